#!/usr/bin/env python3
"""A client of the bridge in the standard library alone, written from docs/bridge-protocol.md.

    bridge_client.py SOCKET WIDTH HEIGHT inline|shm [SETTINGS]

Opens a picture of WIDTH x HEIGHT u8 RGB pixels read from standard input, renders it, and writes the result's bytes to standard output. Facts go to
standard error as one JSON object.
"""
import hashlib
import json
import os
import socket
import struct
import sys

CHUNK = 4 << 20


class Bridge:
    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(60)
        self.socket.connect(path)
        _, uid, _ = struct.unpack("3i", self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        if uid != os.getuid():
            raise SystemExit("the engine belongs to another user")
        self.last_id = 0
        self.planes = {}
        self.progress = []

    def send(self, kind, channel, payload):
        self.socket.sendall(struct.pack("<IBBHI", 8 + len(payload), kind, 0, 0, channel) + payload)

    def receive(self, count):
        parts = bytearray()
        while len(parts) < count:
            part = self.socket.recv(count - len(parts))
            if not part:
                raise SystemExit("the engine hung up")
            parts += part
        return bytes(parts)

    def call(self, method, **params):
        self.last_id += 1
        message = {"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params}
        self.send(1, 0, json.dumps(message).encode())
        while True:
            length, kind, _, _, channel = struct.unpack("<IBBHI", self.receive(12))
            payload = self.receive(length - 8)
            if kind == 2:
                (offset,) = struct.unpack_from("<Q", payload)
                self.planes[channel][offset:offset + len(payload) - 8] = payload[8:]
                continue
            answer = json.loads(payload)
            if answer.get("method") == "$/progress":
                self.progress.append(answer["params"])
            elif answer.get("id") == self.last_id:
                if "error" in answer:
                    raise SystemExit(json.dumps(answer["error"]))
                return answer["result"]

    def send_plane(self, plane, data):
        for offset in range(0, len(data), CHUNK):
            self.send(2, plane, struct.pack("<Q", offset) + data[offset:offset + CHUNK])


def main():
    path, width, height, transport = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    settings = json.loads(sys.argv[5]) if len(sys.argv) > 5 else None
    pixels = sys.stdin.buffer.read()
    size = 3 * width * height
    assert len(pixels) == size
    bridge = Bridge(path)
    hello = bridge.call("hello", protocol={"min": 1, "max": 1}, client={"name": "python", "version": "1", "pid": os.getpid()}, capabilities=["inline", "shm"])
    shared = transport == "shm"
    assert "inline" in hello["capabilities"] and (not shared or "shm" in hello["capabilities"])

    words = bridge.call("prompt", text="star shaped bokeh, focus on the front")
    plane = {"id": 1, "role": "colour", "format": "u8", "channels": 3, "width": width, "height": height, "stride": 3 * width, "alpha": "none", "transfer": "srgb"}
    result = dict(plane, id=2, role="result")
    if shared:
        memory = [os.memfd_create("picture"), os.memfd_create("result")]
        for descriptor, description in zip(memory, (plane, result)):
            os.ftruncate(descriptor, size)
            description["shm"] = {"kind": "memfd", "fd": descriptor}
    line = f"colour u8 3 {width} {height} none srgb\n".encode()
    opened = bridge.call("image/open", hash=hashlib.sha256(line + pixels).hexdigest(), width=width, height=height, planes=[plane])
    if 1 in opened["upload"] and shared:
        os.pwrite(memory[0], pixels, 0)
        bridge.send(2, 1, struct.pack("<Q", size))
    elif 1 in opened["upload"]:
        bridge.send_plane(1, pixels)
    found = bridge.call("image/analyze", image=opened["image"], **({"settings": settings} if settings else {}))
    bridge.planes[2] = bytearray(size)
    rendered = bridge.call("image/render", image=opened["image"], plane=result, **({"settings": settings} if settings else {}))
    assert (rendered["width"], rendered["height"]) == (width, height)
    sys.stdout.buffer.write(os.pread(memory[1], size, 0) if shared else bridge.planes[2])
    bridge.call("image/close", image=opened["image"])
    print(json.dumps({"have": opened["have"], "focus": found["focus"], "progress": len(bridge.progress), "stages": sorted({p["stage"] for p in bridge.progress}), "words": words["settings"]}), file=sys.stderr)


main()
