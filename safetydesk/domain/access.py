"""Who may do what: roles of the office and the permissions they carry.

Checked in services, never only by hiding a button (reliability S7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from safetydesk.domain.errors import AccessDenied

SYSTEM_NAME = "系统"


class Role(StrEnum):
    """What somebody is in the office, as far as the program cares."""

    OFFICER = "officer"
    LEADER = "leader"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    READER = "reader"


class Permission(StrEnum):
    """One kind of act that a service can perform."""

    READ = "read"
    LOG_APPEND = "log.append"
    LOG_CORRECT_OTHERS = "log.correct_others"
    INCIDENT_RECORD = "incident.record"
    OBLIGATION_WAIVE = "obligation.waive"
    REPORT_DRAFT = "report.draft"
    REPORT_REVIEW = "report.review"
    REPORT_SIGN = "report.sign"
    REPORT_SEND = "report.send"
    MATTER_RECORD = "matter.record"
    WARNING_RECORD = "warning.record"
    REMINDER_ACT = "reminder.act"
    HANDOVER_TAKE_PART = "handover.take_part"
    PRESENCE_RECORD = "presence.record"
    DUTY_CHANGE = "duty.change"
    DUTY_APPROVE = "duty.approve"
    DUTY_EDIT = "duty.edit"
    CONTACTS_EDIT = "contacts.edit"
    PEOPLE_EDIT = "people.edit"
    OFFICE_EDIT = "office.edit"
    AUDIT_READ = "audit.read"


_OFFICER = frozenset(
    {
        Permission.READ,
        Permission.LOG_APPEND,
        Permission.INCIDENT_RECORD,
        Permission.REPORT_DRAFT,
        Permission.REPORT_REVIEW,
        Permission.REPORT_SEND,
        Permission.MATTER_RECORD,
        Permission.WARNING_RECORD,
        Permission.REMINDER_ACT,
        Permission.HANDOVER_TAKE_PART,
        Permission.PRESENCE_RECORD,
        Permission.DUTY_CHANGE,
        Permission.CONTACTS_EDIT,
    }
)

ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.OFFICER: _OFFICER,
    Role.LEADER: _OFFICER
    | {
        Permission.LOG_CORRECT_OTHERS,
        Permission.OBLIGATION_WAIVE,
        Permission.REPORT_SIGN,
        Permission.DUTY_APPROVE,
    },
    Role.SUPERVISOR: frozenset(
        {
            Permission.READ,
            Permission.DUTY_CHANGE,
            Permission.DUTY_APPROVE,
            Permission.DUTY_EDIT,
            Permission.CONTACTS_EDIT,
            Permission.PEOPLE_EDIT,
            Permission.OFFICE_EDIT,
            Permission.AUDIT_READ,
        }
    ),
    Role.AUDITOR: frozenset({Permission.READ, Permission.AUDIT_READ}),
    Role.READER: frozenset({Permission.READ}),
}


@dataclass(frozen=True)
class Actor:
    """Somebody acting at a desk; ``person_id`` is None for the program itself."""

    person_id: int | None
    name: str
    roles: frozenset[Role]
    desk: str = ""

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the actor's roles allow together."""
        return frozenset[Permission]().union(*(ROLE_PERMISSIONS[role] for role in self.roles))

    def may(self, permission: Permission) -> bool:
        """Whether the act is allowed; the program itself may do everything it was told to."""
        return self.person_id is None or permission in self.permissions

    def must(self, permission: Permission) -> None:
        """Refuses an act that the actor's roles do not allow.

        Raises:
            AccessDenied: the permission is missing.
        """
        if not self.may(permission):
            raise AccessDenied("access.denied", permission=permission.value, name=self.name)


def system(desk: str = "") -> Actor:
    """The program acting by itself: reminders, resumed handovers, machine lines of the log."""
    return Actor(None, SYSTEM_NAME, frozenset(), desk)
