"""The sample day's explosion at a real desk, as far as a test wants it told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from safetydesk.app.wiring import Desk, build
from safetydesk.domain.access import Actor
from safetydesk.domain.incident import Casualties, Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incident_opening import NewIncident
from safetydesk.services.incident_register import IncidentRegister
from safetydesk.services.reports import Said, Sent
from safetydesk.storage.database import Database
from safetydesk.ui.bus import Bus
from safetydesk.ui.incident_services import IncidentServices
from safetydesk.ui.pages.incident import IncidentPage
from safetydesk.ui.session import Session
from safetydesk.ui.wording import Wording
from tests.helpers.clock import FakeClock
from tests.helpers.office import PIN, Staff, small_office
from tests.helpers.tasks import SyncTaskRunner

LEADER_PIN = PIN
DAY = "2025-10-06T"


def instant(time: str) -> datetime:
    """A time of the sample day at the place."""
    return datetime.fromisoformat(f"{DAY}{time}:00+08:00").astimezone(UTC)


@dataclass
class IncidentDesk:
    """A desk with its people, and the parcel that incident screens take."""

    desk: Desk
    staff: Staff
    clock: FakeClock
    services: IncidentServices
    incident_id: int = 0

    @property
    def officer(self) -> Actor:
        return self.staff.officer


def incident_desk(database: Database) -> IncidentDesk:
    """A desk at 10:12 of the sample day; nothing has happened yet."""
    clock = FakeClock(f"{DAY}10:12:00+08:00")
    desk = build(database, clock)
    staff = small_office(desk.transactions)
    session = Session()
    session.sign_in(staff.officer)
    services = IncidentServices(
        incidents=desk.incidents,
        register=IncidentRegister(desk.transactions),
        reports=desk.reports,
        report_checks=desk.report_checks,
        report_reviews=desk.report_reviews,
        phrases=desk.standing_phrases,
        prints=desk.prints,
        people=desk.people,
        drafts=desk.drafts,
        session=session,
        bus=Bus(),
        clock=clock,
        wording=Wording(),
        tasks=SyncTaskRunner(),
        matters=desk.matters,
        daily=desk.daily_reports,
    )
    return IncidentDesk(desk, staff, clock, services)


def explosion(at: IncidentDesk) -> int:
    """10:12: the call, and the incident from it; returns its id."""
    new = NewIncident(
        title="东河宏泰精细化工有限公司反应釜爆炸",
        received_at=at.clock.now(),
        category=Category.HAZARDOUS_CHEMICALS,
        occurred_at=instant("10:05"),
        approximate=True,
        source="云川化工园区管委会",
        facts=(
            (FactField.PLACE, "临港街道滨江路14号二车间"),
            (FactField.UNIT, "东河宏泰精细化工有限公司"),
            (FactField.NATURE, "反应釜爆炸"),
        ),
    )
    words = "化工园区管委会值班员谭庆丰报：10时05分许，二车间反应釜爆炸，伤亡不明"
    entry = EntryDraft(EntryKind.INCIDENT_RECEIVED, words)
    at.incident_id = at.desk.incidents.open(at.officer, new, entry).value.id
    return at.incident_id


def casualties_known(at: IncidentDesk) -> None:
    """10:20 told by telephone; 10:31 one dead, two missing; 10:32 the leader was told."""
    incidents, reports = at.desk.incidents, at.desk.reports
    at.clock.to(instant("10:20"))
    said = Said(
        (
            Sent("市应急局", means="电话", confirmed_by="黎海霞"),
            Sent("区政府值班室", means="电话", confirmed_by="罗天佑"),
            Sent("区委值班室", means="电话"),
        ),
        "爆炸，伤亡不明",
    )
    entry = EntryDraft(
        EntryKind.REPORTING, "电话快报市应急局、区政府值班室、区委值班室：爆炸，伤亡不明"
    )
    reports.phone_report(at.officer, at.incident_id, said, entry)
    at.clock.to(instant("10:31"))
    numbers = Casualties(
        time=instant("10:30"),
        known_at=instant("10:31"),
        dead=1,
        missing=2,
        severely_injured=1,
        lightly_injured=4,
        source="区消防大队",
    )
    line = EntryDraft(
        EntryKind.INCOMING_CALL, "区消防大队报告：截至10时30分，死亡1人、失联2人，受伤5人"
    )
    incidents.record_casualties(at.officer, at.incident_id, numbers, line)
    materials_and_forces_known(at)


def materials_and_forces_known(at: IncidentDesk) -> None:
    """Told by the enterprise, checked with the fire brigade."""
    incidents = at.desk.incidents
    incidents.record_fact(
        at.officer, at.incident_id, FactField.MATERIALS, "丙烯酸丁酯约4吨", source="企业"
    )
    incidents.record_fact(
        at.officer,
        at.incident_id,
        FactField.FORCES,
        "消防6车32人",
        source="区消防大队",
        verified=True,
        entry=EntryDraft(EntryKind.OUTGOING_CALL, "区消防大队119指挥中心确认：已派6车32人"),
    )


def first_report_sent(at: IncidentDesk, time: str = "10:40") -> int:
    """The 首报, signed by the leader and sent to three offices; returns its id."""
    reports = at.desk.reports
    at.clock.to(instant(time))
    draft = reports.draft(at.officer, at.incident_id, ReportType.INITIAL).value
    leader = at.staff.leader.person_id or 0
    reports.sign_off(leader, PIN, draft.id, draft.version)
    sent = (
        Sent("市应急局", confirmed_by="黎海霞"),
        Sent("区委值班室", confirmed_by="邵若溪"),
        Sent("区政府值班室"),
    )
    entry = EntryDraft(
        EntryKind.REPORTING,
        "首报〔2025〕第37期（致1死2失联）：报市应急局、区委值班室、区政府值班室",
    )
    reports.record_sent(at.officer, draft.id, sent, entry)
    return draft.id


def exploded_page(at: IncidentDesk, qtbot: QtBot) -> IncidentPage:
    """The incident's page as it stands beside the frame at 1366, in front."""
    made = IncidentPage(services=at.services)
    qtbot.addWidget(made)
    made.resize(1112, 764)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_incident(at.incident_id)
    return made
