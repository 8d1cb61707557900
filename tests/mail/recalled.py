"""A document is called back from those who hold it, by the same rules as it was sent."""

from answers import only, taken
from place import claim, same
from server import Act, Server

REASON = "The depth of the well is wrong."
ONE = "card\n    subjects: [first-well]"


def held(space):
    """Returns a place in which one recipient holds a document, one may hold it, one was refused, and one never wanted it."""
    place = space.place()
    for name in ("clerk-0001", "clerk-0002", "clerk-0003"):
        place.recipient(name, wants=ONE)
    place.recipient("clerk-0004", wants="card\n    subjects: [third-well]")

    def decide(at):
        if at.address.startswith("clerk-0002") and at.name == "content":
            return Act(close=True, keep=True)
        return Act("550 5.1.1 no such clerk") if at.address.startswith("clerk-0003") and at.name == "rcpt" else None

    with Server(decide) as server:
        same(place.send(server.port).code, 1, "the document is sent")
    return place


def recall(place, server, *more):
    return place.run(*place.sending(server.port, "--reason", REASON, *more, command=["recall", "now-2001-001-v01"]))


def holders_are_told(space):
    place = held(space)
    with Server(only("clerk-0001", "content", Act("451 4.3.0 come again"), {1})) as server:
        run = recall(place, server)
        same(run.code, 0, f"all were told in the end ({run.said})")
        same(taken(server), ["clerk-0001", "clerk-0002"], "those who hold it, or may")
        for kept in server.kept:
            message = kept.message
            claim(message["Subject"].startswith("OPEN") and "Recall" in message["Subject"], f"the subject: {message['Subject']}")
            body = message.get_body(["plain"]).get_content()
            claim(REASON in body and "NOW-2001-001" in body, f"the reason, and what is called back: {body}")
            files = [part.get_filename() for part in message.iter_attachments()]
            claim(len(files) == 1 and "recall-notice" in files[0], f"the notice alone is attached: {files}")
        sent = {line["delivery"] for line in place.lines() if line.get("purpose", "document") == "document"}
        claim(not {kept.id for kept in server.kept} & sent, "the notices have Message-IDs of their own")
        claim("status: withdrawn" in (place.folder / "data/requests/of-first-well.yaml").read_text(), "it is withdrawn")
        same(recall(place, server).code, 0, "nothing is left")
        same(len(server.kept), 2, "messages")
        place.lines()
    with Server() as server:
        place.recipient("clerk-0005", wants=ONE)
        place.send(server.port)
        same(taken(server), [], "what was called back is sent to nobody")


def uncertain_notice(space):
    place = held(space)
    with Server(only("clerk-0001", "content", Act(close=True, keep=True), {1})) as server:
        same(recall(place, server).code, 1, "of one notice nobody knows")
        same(taken(server), ["clerk-0001", "clerk-0002"], "what the server holds")
        recall(place, server)
        same(len(server.kept), 2, "it is not sent again by itself")
        same(recall(place, server, "--resume", "resend").code, 0, "it is where somebody says so")
        same(taken(server), ["clerk-0001", "clerk-0001", "clerk-0002"], "messages")
        same(sorted(server.copies().values()), [1, 2], "copies, with the same Message-ID")


TESTS = [holders_are_told, uncertain_notice]
