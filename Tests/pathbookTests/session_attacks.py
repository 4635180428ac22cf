"""Starts a session and attacks it over its sockets. Prints a JSON object: what came of each attack, and of its end.

usage: session_attacks.py PATHBOOK FOLDER
"""
import json, os, re, signal, socket, subprocess, sys, threading

session = subprocess.Popen([sys.argv[1], "session", sys.argv[2], "--no-browser"], stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, text=True)
ADDRESS = re.search(r"http://127\.0\.0\.1:(\d+)(/open\?token=\w+)", session.stdout.readline())
PORT = int(ADDRESS[1])
HOST = f"Host: 127.0.0.1:{PORT}\r\n"
ORIGIN = f"Origin: http://127.0.0.1:{PORT}\r\n"


def cookie():
    with socket.create_connection(("127.0.0.1", PORT), timeout=60) as connection:
        connection.sendall(request("GET", ADDRESS[2], HOST))
        answer = b""
        while piece := connection.recv(4096):
            answer += piece
    return re.search(rb"set-cookie: ([^;]+);", answer, re.IGNORECASE)[1].decode()


def status(request, patience=60):
    """The number of the answer's status; 0 for a connection that was closed without one."""
    with socket.create_connection(("127.0.0.1", PORT), timeout=patience) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return answered(connection)


def answered(connection):
    try:
        line = connection.recv(64)
    except ConnectionResetError:
        return 0
    return int(line.split(b" ")[1]) if line.startswith(b"HTTP/1.1 ") else 0


def request(method, target, headers="", body=b""):
    length = f"Content-Length: {len(body)}\r\n" if body or method == "POST" else ""
    return f"{method} {target} HTTP/1.1\r\n{headers}{length}Connection: close\r\n\r\n".encode() + body


def is_up():
    return status(request("GET", "/", HOST + KEY)) == 200


def flood(count):
    """So many connections that say nothing; then one that asks."""
    idle = []
    try:
        for _ in range(count):
            idle.append(socket.create_connection(("127.0.0.1", PORT), timeout=60))
        return is_up()
    finally:
        for connection in idle:
            connection.close()


def at_once(count):
    found = []
    threads = [threading.Thread(target=lambda: found.append(status(request("GET", "/", HOST + KEY)))) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(set(found)), len(found)


def slow():
    """A request that comes a letter at a time keeps nobody else waiting."""
    with socket.create_connection(("127.0.0.1", PORT), timeout=60) as connection:
        for letter in request("GET", "/", HOST + KEY)[:40]:
            connection.sendall(bytes([letter]))
            if letter % 8 == 0 and not is_up():
                return False
    return True


def large(headers, length):
    """A body that is announced, or comes in pieces without an end being named, and is larger than anything taken."""
    target = "/client/worked-example/save"
    announced = f"POST {target} HTTP/1.1\r\n{HOST}{ORIGIN}{headers}Content-Length: {length}\r\n\r\n".encode()
    one = status(announced + b"x" * 65536)
    pieces = f"POST {target} HTTP/1.1\r\n{HOST}{ORIGIN}{headers}Transfer-Encoding: chunked\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", PORT), timeout=60) as connection:
        try:
            connection.sendall(pieces)
            for _ in range(length // 1_000_000):
                connection.sendall(b"f4240\r\n" + b"x" * 1_000_000 + b"\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass
        two = answered(connection)
    return [one, two]


KEY = f"Cookie: {cookie()}\r\n"
results = {
    "token again": status(request("GET", ADDRESS[2], HOST)),
    "no cookie": status(request("GET", "/", HOST)),
    "wrong host": status(request("GET", "/", f"Host: evil.example:{PORT}\r\n" + KEY)),
    "no host": status(request("GET", "/", KEY)),
    "foreign origin": status(request("POST", "/clients/new", HOST + KEY + "Origin: http://evil.example\r\n", b"{}")),
    "no origin": status(request("POST", "/clients/new", HOST + KEY, b"{}")),
    "traversal": [status(request("GET", target, HOST + KEY)) for target in (
        "/client/..%2F..%2Fetc%2Fpasswd", "/client/../../etc/passwd", "/files/..%2Fsession.css", "/client/%00",
        "/client/worked-example/view/..%2Fclient", "/client/worked-example/picture/..%2F..%2Fx/svg")],
    "methods": [status(request(method, "/", HOST + KEY + ORIGIN)) for method in ("PUT", "DELETE", "OPTIONS", "TRACE")],
    "no http": [status(text) for text in (b"\x16\x03\x01\x02\x00" * 20, b"GET\r\n\r\n", b"\0" * 100)],
    "long header": status(request("GET", "/", HOST + KEY + "X: " + "x" * 1_000_000 + "\r\n")),
    "large": large(KEY, 100_000_000),
    "large without cookie": large("", 100_000_000),
    "slow": slow(),
    "flood": flood(200),
    "at once": at_once(200),
}
results["still up"] = is_up()
second = subprocess.run([sys.argv[1], "session", sys.argv[2], "--no-browser"], capture_output=True, text=True)
other = re.search(r"http://127\.0\.0\.1:(\d+)(/open\?token=\w+)", second.stdout)
results["second start"] = [second.returncode, int(other[1]) == PORT, status(request("GET", other[2], HOST))]
busy = subprocess.run([sys.argv[1], "session", sys.argv[2] + "-other", "--no-browser", "--port", str(PORT)],
                      capture_output=True, text=True)
results["port in use"] = busy.returncode
results["memory"] = int(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{session.pid}/status").read())[1])
results["arguments"] = open(f"/proc/{session.pid}/cmdline").read().count("token")
session.send_signal(signal.SIGINT)
out, err = session.communicate(timeout=300)
results["end"] = session.returncode
results["said"] = [out, err]
results["left"] = sorted(name for _, _, names in os.walk(sys.argv[2] + "/.pathbook") for name in names)
print(json.dumps(results))
