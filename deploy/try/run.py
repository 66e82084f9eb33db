"""Starts two course servers on one PostgreSQL and a JupyterHub, behind nginx with TLS, on this machine: see README.md beside this file."""

import argparse
import json
import os
import secrets
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
LEARNERS = ("ana", "ben")
NAMES = ("course.localhost", "hub.localhost")
# In this order from --port on: what is open to browsers, and what stands behind it.
PORTS = ("nginx", "postgresql", "course-1", "course-2", "hub-proxy", "hub-proxy-api", "hub", "nginx-plain")
DEBIAN = {"initdb": "postgresql", "postgres": "postgresql", "psql": "postgresql", "nginx": "nginx", "openssl": "openssl"}  # fmt: skip
PATH = os.pathsep.join(
    [
        str(Path(sys.executable).parent),
        str(ROOT / "node_modules" / ".bin"),
        os.environ["PATH"],
        "/usr/sbin",
        *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)),
    ]
)


class Missing(Exception):
    """A program that is not there, and how to get it; or one that ended while it should begin."""


def program(name: str) -> str:
    if found := shutil.which(name, path=PATH):
        return found
    how = f"apt-get install {DEBIAN[name]}" if name in DEBIAN else "make try"
    raise Missing(f"{name} is not installed: {how}")


def example(name: str, *changed: tuple[str, str]) -> str:
    """A file of deploy/ with what its own place is put in; each part is there."""
    text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
    for what, instead in changed:
        if what not in text:
            raise Missing(f"deploy/{name} does not say {what}")
        text = text.replace(what, instead)
    return text


class Try:
    """All of it, in one folder: `up` starts it, `down` stops it, in any state."""

    def __init__(self, folder: Path, first_port: int):
        self.folder = folder
        self.port = {name: first_port + number for number, name in enumerate(PORTS)}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.started: list[psutil.Process] = []  # by those: Node from the wheel outlives whoever started it
        self.password, self.token = secrets.token_urlsafe(12), secrets.token_urlsafe(32)
        self.authority = folder / "authority.pem"

    def up(self) -> None:
        needed = [*DEBIAN, "govcourse", "jupyterhub", "configurable-http-proxy", "node"]
        for name in needed:
            program(name)
        if (self.folder / "tls").exists():
            raise Missing(f"{self.folder} is of an earlier try: give an empty folder")
        self.folder.chmod(0o711)  # PostgreSQL and nginx's workers are other users, if this is root
        self.certificates()
        database = self.postgresql()
        for name in ("course-1", "course-2"):
            self.course(name, database)
        self.hub()
        self.nginx()

    def down(self) -> None:
        """The last that was started ends first; what does not end in 30 seconds is killed, and so is what it left behind."""
        for process in reversed(self.running.values()):
            with suppress(psutil.NoSuchProcess):
                self.started += psutil.Process(process.pid).children(recursive=True)
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        for left in self.started:
            with suppress(psutil.NoSuchProcess):
                left.kill()

    def url(self, host: str) -> str:
        return f"https://{host}:{self.port['nginx']}"

    def start(self, name: str, command: list[str], **given: object) -> None:
        """A program that goes on; what it says is in NAME.log."""
        with (self.folder / f"{name}.log").open("wb") as log:
            self.running[name] = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **given
            )  # fmt: skip

    def wait(self, name: str, ready) -> None:
        """Until `ready` says so; a program that ended first, or two minutes without, are an error with what it said."""
        end = time.monotonic() + 120
        while not ready():
            if self.running[name].poll() is not None or time.monotonic() > end:
                said = (self.folder / f"{name}.log").read_text(errors="replace")[-2000:]
                raise Missing(f"{name} did not start:\n{said}")
            time.sleep(0.1)

    def answers(self, url: str, host: str = "") -> bool:
        trust = ssl.create_default_context(cafile=self.authority) if url.startswith("https") else None
        try:
            asked = urllib.request.Request(url, headers={"Host": host} if host else {})
            with urllib.request.urlopen(asked, timeout=5, context=trust):
                return True
        except OSError:
            return False

    def certificates(self) -> None:
        """An authority of our own, and one certificate by it for nginx and PostgreSQL. Its key is thrown away."""
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        names = ",".join(f"DNS:{name}" for name in (*NAMES, "localhost")) + ",IP:127.0.0.1"
        where = self.folder / "tls"
        where.mkdir(mode=0o700)
        (where / "names").write_text(f"subjectAltName={names}\nbasicConstraints=CA:FALSE\n")
        openssl = program("openssl")
        for command in (
            ["req", "-x509", *curve, "-days", "7", "-subj", "/CN=An authority for one try", "-keyout", where / "authority.key",
             "-out", self.authority, "-addext", "keyUsage=critical,keyCertSign,cRLSign"],
            ["req", *curve, "-subj", f"/CN={NAMES[0]}", "-keyout", where / "key.pem", "-out", where / "asked.pem"],
            ["x509", "-req", "-in", where / "asked.pem", "-CA", self.authority, "-CAkey", where / "authority.key",
             "-CAcreateserial", "-days", "7", "-extfile", where / "names", "-out", where / "certificate.pem"],
        ):  # fmt: skip
            subprocess.run([openssl, *command], check=True, capture_output=True)
        (where / "authority.key").unlink()

    def postgresql(self) -> str:
        """Starts it with TLS only and passwords only; gives the URL of the course's database, whose certificate is checked."""
        data, port = self.folder / "postgresql", str(self.port["postgresql"])
        own = (
            {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        )  # it refuses to run as root
        data.mkdir()
        words = {"postgres": secrets.token_urlsafe(16), "course": secrets.token_urlsafe(16)}
        (data / "word").write_text(words["postgres"])
        for name in ("key.pem", "certificate.pem"):
            shutil.copy(self.folder / "tls" / name, data / name)
            (data / name).chmod(0o600)
        if own:
            for path in (data, *data.iterdir()):
                shutil.chown(path, **own)
        data.chmod(0o700)
        subprocess.run(
            [program("initdb"), "--pgdata", data / "data", "--username", "postgres", "--pwfile", data / "word",
             "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
            check=True, capture_output=True, cwd=data, **own,
        )  # fmt: skip
        (data / "data" / "pg_hba.conf").write_text("hostssl all all 127.0.0.1/32 scram-sha-256\n")
        set_to = {
            "listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": "", "ssl": "on",
            "ssl_cert_file": data / "certificate.pem", "ssl_key_file": data / "key.pem", "max_connections": "200",
        }  # fmt: skip
        options = [part for name, value in set_to.items() for part in ("-c", f"{name}={value}")]
        self.start("postgresql", [program("postgres"), "-D", str(data / "data"), *options], cwd=data, **own)
        checked = {"PGSSLMODE": "verify-full", "PGSSLROOTCERT": str(self.authority)}
        psql = [program("psql"), "-h", "localhost", "-p", port, "-U", "postgres", "-qAt"]
        env = os.environ | checked | {"PGPASSWORD": words["postgres"]}

        def ask(what: str) -> bool:
            return subprocess.run([*psql, "-c", what], env=env, capture_output=True).returncode == 0

        self.wait("postgresql", lambda: ask("select 1"))
        if not (ask(f"create role course login password '{words['course']}'") and ask("create database course owner course")):  # fmt: skip
            raise Missing("PostgreSQL made no database")
        (data / "word").unlink()
        query = f"sslmode=verify-full&sslrootcert={self.authority}"
        return f"postgresql+psycopg://course:{words['course']}@localhost:{port}/course?{query}"

    def course(self, name: str, database: str) -> None:
        home = self.folder / name
        home.mkdir()
        own = {
            "GOVCOURSE_DATABASE": database, "GOVCOURSE_HOME": str(home), "GOVCOURSE_PROXY": "1", "GOVCOURSE_TOKEN": self.token,
            "GOVCOURSE_URL": self.url(NAMES[0]), "PATH": PATH,
        }  # fmt: skip
        port = self.port[name]
        command = [program("govcourse"), "serve", "--host", "127.0.0.1", "--port", str(port)]
        self.start(name, command, env=os.environ | own, cwd=ROOT)
        self.wait(name, lambda: self.answers(f"http://127.0.0.1:{port}/health"))

    def hub(self) -> None:
        home = self.folder / "hub"
        (home / "home").mkdir(parents=True)
        ports = [self.port[name] for name in ("hub-proxy", "hub-proxy-api", "hub")]
        own = {
            "TRY_HUB_PORTS": " ".join(map(str, ports)), "TRY_HUB_PROXY": program("configurable-http-proxy"),
            "TRY_HUB_NAME": NAMES[1], "TRY_PASSWORD": self.password, "TRY_LEARNERS": " ".join(LEARNERS), "PATH": PATH,
        }  # fmt: skip
        config = str(Path(__file__).with_name("jupyterhub_config.py"))
        self.start("hub", [program("jupyterhub"), "-f", config], env=os.environ | own, cwd=home)
        self.wait("hub", lambda: self.answers(f"http://127.0.0.1:{ports[0]}/hub/health"))

    def nginx(self) -> None:
        """deploy/nginx-hub.conf, with our ports and names; its access log says which server answered."""
        where = self.folder / "nginx"
        where.mkdir()
        inner = example(
            "nginx-hub.conf",
            ("listen 443", f"listen 127.0.0.1:{self.port['nginx']}"),
            ("listen 80", f"listen 127.0.0.1:{self.port['nginx-plain']}"),
            ("https://$server_name", f"https://$server_name:{self.port['nginx']}"),
            ("127.0.0.1:8866", f"127.0.0.1:{self.port['course-1']}"),
            ("127.0.0.1:8867", f"127.0.0.1:{self.port['course-2']}"),
            ("127.0.0.1:8000", f"127.0.0.1:{self.port['hub-proxy']}"),
            ("course.example.org;", f"{NAMES[0]};"),
            ("hub.example.org;", f"{NAMES[1]};"),
            ("/etc/ssl/course.pem", f"{self.folder}/tls/certificate.pem"),
            ("/etc/ssl/course.key", f"{self.folder}/tls/key.pem"),
        )
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        places = " ".join(f"{kind}_temp_path {where}/{kind};" for kind in kinds)
        log = f"log_format who '$remote_addr $host $request_method $uri $status $upstream_addr'; access_log {where}/access.log who;"
        own = f"daemon off; pid {where}/pid; error_log stderr; events {{}}"
        (where / "nginx.conf").write_text(f"{own} http {{ {log} {places}\n{inner}\n}}")
        self.start("nginx", [program("nginx"), "-c", f"{where}/nginx.conf"])
        here = f"https://127.0.0.1:{self.port['nginx']}"
        self.wait("nginx", lambda: self.answers(f"{here}/health", NAMES[0]))
        self.wait("nginx", lambda: self.answers(f"{here}/hub/health", NAMES[1]))

    def told(self) -> dict[str, object]:
        """Where all is, for whoever plays on it by a program."""
        return {
            "course": self.url(NAMES[0]), "hub": self.url(NAMES[1]), "authority": str(self.authority), "token": self.token,
            "learners": LEARNERS, "password": self.password, "ports": self.port,
            "pids": {name: process.pid for name, process in self.running.items()},
            "log": str(self.folder / "nginx" / "access.log"),
        }  # fmt: skip


def stop(*_: object) -> None:
    raise KeyboardInterrupt


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--port", type=int, default=8931, help="the first of eight ports of 127.0.0.1")
    asked.add_argument("--folder", type=Path, help="an empty folder to keep; else one that goes at the end")
    given = asked.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="govcourse-try-"))
    folder.mkdir(parents=True, exist_ok=True)
    made = Try(folder.resolve(), given.port)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, stop)
    try:
        made.up()
        told = made.told()
        (folder / "ready.new").write_text(json.dumps(told))
        (folder / "ready.new").rename(folder / "ready.json")
        print(f"The course: {told['course']}/facilitator?token={made.token}")
        print(f"The hub: {told['hub']} as {' or '.join(LEARNERS)}, password {made.password}")
        print(f"Tell the browser to trust {made.authority}. All is in {folder}. Ctrl-C stops it.", flush=True)
        seen: set[str] = set()
        while True:
            for name, process in made.running.items():
                if process.poll() is not None and name not in seen:
                    seen.add(name)
                    print(f"{name} has ended ({process.returncode}); the rest goes on.", flush=True)
            time.sleep(0.5)
    except KeyboardInterrupt:
        return 0
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        print(f"{failed.cmd[0]} failed:\n{failed.stderr.decode(errors='replace')}", file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)  # what is stopping is not stopped again
        made.down()
        if not given.folder:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    raise SystemExit(main())
