"""Engines on this machine that answer well, or fail in every way that engines fail."""

import json
import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

ENGLISH = {
    "各位代表：": "Fellow deputies:",
    "一、回顾": "I. Review",
    "地区生产总值增长6.3%。": "GDP grew by 6.3%.",
    "二、任务": "II. Tasks",
    "⟦0⟧——突出重点。⟦1⟧新增就业14.6万人。": "⟦0⟧— Priorities first.⟦1⟧ We created 146,000 jobs.",
    "新增学位3.1万个。": "We added 31,000 school places.",
    "新增学位3.1万个！": "We added 31,000 school places!",
}
REPORT = (
    "各位代表：\n\n一、回顾\n\n地区生产总值增长6.3%。\n\n二、任务\n\n"
    "——突出重点。新增就业14.6万人。\n\n新增学位3.1万个。\n"
)
KEY = "sk-secret-of-the-test"


def english_of(text):
    """Return the right English of a text, marks kept."""
    bare = re.sub(r"⟦\d⟧", "", text)
    for zh, en in ENGLISH.items():
        if text == zh:
            return en
        if bare == re.sub(r"⟦\d⟧", "", zh):
            return re.sub(r"⟦\d⟧", "", en)
    return text


BAD = {
    "null": lambda _: None,
    "empty": lambda _: "",
    "echo": lambda text: text,
    "lost-mask": lambda text: re.sub(r"⟦\d⟧", "", english_of(text)) + " ⟦7⟧",
    "times-ten": lambda text: (
        english_of(text)
        .replace("6.3%", "63%")
        .replace("146,000", "1,460,000")
        .replace("31,000", "310,000")
    ),
    "jinja": lambda text: english_of(text) + " {{ config }}",
    "script": lambda text: english_of(text) + "<script>alert(1)</script>",
}
STATUS = {"403": 403, "429": 429, "500": 500}
MODES = (*STATUS, *BAD, "error-in-200", "html", "slow", "cut")


class Fake:
    """A server that is LibreTranslate and OpenAI-compatible at once."""

    def __init__(self):
        """Start on a free port of 127.0.0.1, well."""
        self.mode = "good"
        self.seen = []
        self.delay = 0.0
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                """Print nothing."""

            def do_POST(self):
                """Answer in the fake's mode."""
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                is_libre = self.path == "/translate"
                text = (
                    body["q"]
                    if is_libre
                    else body["messages"][1]["content"].rpartition("text:\n")[2]
                )
                fake.seen.append(text)
                time.sleep(fake.delay)
                fake.answer(self, text, is_libre=is_libre)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def answer(self, handler, text, *, is_libre):
        """Send what the mode says."""
        mode = self.mode
        if mode == "cut":
            handler.connection.close()
            return
        if mode in STATUS:
            handler.send_response(STATUS[mode])
            if mode == "429":
                handler.send_header("Retry-After", "0")
            handler.end_headers()
            return
        if mode == "slow":
            time.sleep(0.2)
        found = BAD.get(mode, english_of)(text)
        if is_libre:
            answer = {"translatedText": found}
        else:
            answer = {"choices": [{"message": {"content": found}}]}
        if mode == "error-in-200":
            answer = {"error": f"bad key {KEY}"}
        data = json.dumps(answer).encode() if mode != "html" else b"<html>proxy</html>"
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    def stop(self):
        """Close the port."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
