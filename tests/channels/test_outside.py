"""Notices leave the house, and what the other side does is told as it was."""

from __future__ import annotations

import json
import logging
import socket
from email import message_from_string
from email.header import decode_header, make_header

import pytest

from safetydesk.channels.outside import check_address, send
from safetydesk.domain.errors import BadInput
from safetydesk.domain.notice import Notice, NoticeFailure
from tests.channels.servers import Received, http_server, smtp_server

# PGPy, which the mail plugin imports, asks for imghdr; the product sends nothing encrypted by it.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

NOTICE = Notice(
    "〔安全值班台〕Ⅰ级提醒未确认", "信息报送，限14:30，值班席无人确认。请与值班室联系。"
)
MAIL = "mailto://127.0.0.1:{}/?from=desk@example.org&to=leader@example.org&mode=insecure"
ROBOTS = [
    ("dingtalk", "dingtalk://abcdef0123456789/", "NotifyDingTalk", "notify_url", "errcode"),
    (
        "feishu",
        "feishu://abcdef0123456789abcdef/",
        "NotifyFeishu",
        "notify_url",
        "code",
    ),
]


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_gateway_by_json_gets_title_and_text():
    received = Received()
    with http_server(received) as port:
        sent = send(f"json://127.0.0.1:{port}/sms?:channel=duty", NOTICE)
    assert sent.delivered
    body = json.loads(received.bodies[0])
    assert (body["title"], body["message"], body["channel"]) == (NOTICE.title, NOTICE.text, "duty")


def test_a_gateway_by_form_gets_its_own_fields():
    received = Received()
    with http_server(received) as port:
        assert send(f"form://127.0.0.1:{port}/sms?:message=content", NOTICE).delivered
    assert "content=" in received.bodies[0]


@pytest.mark.parametrize("status", [500, 503, 404, 401])
def test_a_gateway_that_refuses_is_a_failure_with_its_status(status):
    with http_server(Received(status)) as port:
        sent = send(f"json://127.0.0.1:{port}/", NOTICE)
    assert (sent.failure, sent.detail) == (NoticeFailure.REFUSED, str(status))


def test_a_gateway_that_hangs_is_given_up():
    with http_server(Received(silent=True)) as port:
        sent = send(f"json://127.0.0.1:{port}/", NOTICE, limit=0.6)
    assert sent.failure is NoticeFailure.TIMED_OUT


def test_a_gateway_that_drips_its_answer_for_ever_is_given_up():
    received = Received()
    received.drips = True
    with http_server(received) as port:
        sent = send(f"json://127.0.0.1:{port}/", NOTICE, limit=0.8)
    assert sent.failure is NoticeFailure.TIMED_OUT


def test_a_gateway_that_says_well_in_the_wrong_words_did_not_deliver():
    received = Received(answer='{"result": "FAIL", "msg": "余额不足"}')
    with http_server(received) as port:
        address = f"json://127.0.0.1:{port}/"
        assert send(address, NOTICE).delivered
        sent = send(address, NOTICE, expected='"SUCCESS"')
    assert sent.failure is NoticeFailure.WRONG_ANSWER
    assert "余额不足" in sent.detail


def test_nobody_listening_is_unreachable(free_port):
    assert send(f"json://127.0.0.1:{free_port}/", NOTICE).failure is NoticeFailure.UNREACHABLE
    assert send(MAIL.format(free_port), NOTICE).failure is NoticeFailure.UNREACHABLE


@pytest.mark.parametrize(("module", "address", "plugin", "field", "code"), ROBOTS)
def test_a_robot_delivers_only_when_its_code_is_zero(
    module, address, plugin, field, code, monkeypatch
):
    from importlib import import_module

    received = Received(answer=json.dumps({code: 0}))
    with http_server(received) as port:
        owner = getattr(import_module(f"apprise.plugins.{module}"), plugin)
        monkeypatch.setattr(owner, field, f"http://127.0.0.1:{port}/robot?token={{token}}")
        assert send(address, NOTICE).delivered
        for answer in (json.dumps({code: 310000, "errmsg": "关键词不符"}), "<html>", "[]", ""):
            received.answer = answer
            assert send(address, NOTICE).failure is NoticeFailure.WRONG_ANSWER
        received.status = 500
        assert send(address, NOTICE).failure is NoticeFailure.REFUSED
    assert NOTICE.text in json.dumps(json.loads(received.bodies[0]), ensure_ascii=False)


def test_a_mail_arrives_as_it_was_written():
    received = Received()
    with smtp_server(received) as port:
        assert send(MAIL.format(port), NOTICE).delivered
    mail = message_from_string(received.bodies[0])
    assert str(make_header(decode_header(mail["Subject"]))) == NOTICE.title
    texts = [
        part.get_payload(decode=True).decode()
        for part in mail.walk()
        if part.get_content_maintype() == "text"
    ]
    assert any(NOTICE.text in text for text in texts)
    assert received.recipients == ["rcpt TO:<leader@example.org>"]


def test_a_mail_server_that_refuses_or_hangs_is_told_apart():
    received = Received()
    received.refused = "550 no such user"
    with smtp_server(received) as port:
        assert send(MAIL.format(port), NOTICE).failure is NoticeFailure.REFUSED
    with smtp_server(Received(silent=True)) as port:
        sent = send(MAIL.format(port), NOTICE, limit=0.6)
    assert sent.failure is NoticeFailure.TIMED_OUT


@pytest.mark.parametrize("address", ["file:///etc/passwd", "syslog://x", "", "dingtalk://", "abc"])
def test_only_known_ways_lead_out(address):
    with pytest.raises(BadInput):
        check_address(address)
    assert send(address, NOTICE).failure is NoticeFailure.BAD_ADDRESS


def test_nothing_the_library_says_reaches_the_log(free_port):
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record):
            said.append(record.name)

    ear = Ear()
    logging.getLogger().addHandler(ear)
    try:
        send(f"json://user:secret@127.0.0.1:{free_port}/", NOTICE)
    finally:
        logging.getLogger().removeHandler(ear)
    assert not [name for name in said if name.startswith("apprise")]
