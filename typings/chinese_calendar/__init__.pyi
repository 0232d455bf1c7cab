from datetime import date

holidays: dict[date, str]
workdays: dict[date, str]
in_lieu_days: dict[date, str]
