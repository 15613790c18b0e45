"""A sunny meadow seen from the height of a mushroom: fly agarics, daisies and poppies on thin stems, a fence that runs to a wood."""
import math
import random

from mathutils import Vector, noise

import geometry as geo
import materials as mat
import stage

SUN_ELEVATION, SUN_AZIMUTH = 30.0, -82.0


def build():
    rng = random.Random(23)
    eye = (0.0, 0.0, _ground(0, 0) + 0.185)
    stage.camera(eye, (0.0, 1.0, eye[2] + 0.012))
    stage.clear_sky(SUN_ELEVATION, SUN_AZIMUTH, 0.135, 0.7, 0.6)
    stage.sun(SUN_ELEVATION, SUN_AZIMUTH, 5.6, (1.0, 0.87, 0.68))
    _land()
    _grass(rng)
    _mushrooms(rng)
    _flowers(rng)
    _stones(rng)
    _fence(rng)
    _trees(rng)
    return dict(title="Mushrooms in a meadow", focal_length_mm=35, subject_distance_m=0.75, samples=36, draft_samples=8,
                view_transform="Filmic", look="Medium High Contrast", exposure=0.5, bounces=2)


def _ground(x, y):
    far = min(1.0, max(0.0, (y - 1.5) / 6))
    return 0.012 * noise.noise(Vector((x, y, 0)) * 3.1) + 0.10 * far * noise.noise(Vector((x, y, 5)) * 0.35) + 0.9 * max(0, y - 9) / 30


def _land():
    soil = mat.mottled("soil", (0.022, 0.030, 0.010), (0.055, 0.062, 0.020), 9, 0.95, 0.01)
    geo.link(geo.sheet("near", _ground, (-3, 3), (-0.5, 6), 120, 130, soil), "near")
    lawn = mat.mottled("lawn", (0.045, 0.085, 0.014), (0.11, 0.16, 0.028), 1.3, 0.95, 0.05)
    geo.link(geo.sheet("far", lambda x, y: _ground(x, y) - (0.01 if y < 6.2 else 0.0), (-45, 45), (5.9, 62), 160, 120, lawn), "far")
    wood = mat.mottled("hills", (0.055, 0.095, 0.075), (0.075, 0.125, 0.085), 0.05, 1.0, specular=0.0)
    blue = mat.mottled("mountains", (0.11, 0.165, 0.22), (0.13, 0.19, 0.25), 0.012, 1.0, specular=0.0)
    geo.link(geo.sheet("hills", lambda x, y: (y - 150) * 0.15 * (1 + 0.9 * noise.noise(Vector((x, 0, 2)) * 0.008)) + 2.5 * noise.noise(Vector((x, y, 1)) * 0.09), (-260, 260), (150, 290), 260, 40, wood), "hills")
    geo.link(geo.sheet("mountains", lambda x, y: (y - 700) * 0.36 * max(0.1, 0.75 + 0.8 * noise.noise(Vector((x, 0, 7)) * 0.0022)) + 14 * noise.noise(Vector((x, y, 1)) * 0.012), (-1200, 1200), (700, 1150), 240, 40, blue), "mountains")


def _tuft(rng, material, blades, spread, tall):
    """Blades of grass that rise from a small circle and bend outwards."""
    vertices, faces = [], []
    for _ in range(blades):
        a, r = rng.uniform(0, 6.28), spread * math.sqrt(rng.random())
        root = Vector((r * math.cos(a), r * math.sin(a), -0.01))
        lean = Vector((math.cos(a + rng.uniform(-1, 1)), math.sin(a + rng.uniform(-1, 1)), 0)) * rng.uniform(0.1, 0.75)
        height, wide = tall * rng.uniform(0.45, 1.0), rng.uniform(0.0011, 0.0024) * (tall / 0.1) ** 0.5
        across = lean.cross(Vector((0, 0, 1))).normalized() * wide
        first = len(vertices)
        for k in range(5):
            t = k / 5
            p = root + Vector((0, 0, 1)) * height * (t - 0.25 * t * t * lean.length) + lean * height * t * t
            vertices += [p - across * (1 - t * 0.8), p + across * (1 - t * 0.8)]
        vertices.append(root + Vector((0, 0, 1)) * height * (1 - 0.25 * lean.length) + lean * height)
        for k in range(4):
            i = first + 2 * k
            faces.append((i, i + 1, i + 3, i + 2))
        faces.append((first + 8, first + 9, first + 10))
    return geo.mesh_from("tuft", vertices, faces, material, auto_smooth=math.pi)


def _grass(rng):
    fresh = mat.foliage("grass", (0.075, 0.140, 0.012), (0.150, 0.230, 0.026), 0.42, 30, 0.45, 0.35, 0.55)
    straw = mat.foliage("straw", (0.20, 0.17, 0.06), (0.30, 0.25, 0.10), 0.3, 30, 0.6, 0.2, 0.4)
    near = [_tuft(rng, fresh, 26, 0.022, tall) for tall in (0.045, 0.06, 0.075, 0.09)]
    dry = [_tuft(rng, straw, 6, 0.02, 0.13)]
    far = [_tuft(rng, fresh, 60, 0.16, tall) for tall in (0.16, 0.22, 0.27)]
    far_dry = [_tuft(rng, straw, 14, 0.14, 0.34)]
    y = 0.30
    while y < 30:
        step = 0.019 * max(1.0, y) ** 0.35 if y < 4 else 0.11 * (y / 4) ** 0.9
        half = 0.58 * y + 0.12
        count = int(2 * half / (step * (1.35 if y < 4 else 1.25)))
        for _ in range(count):
            x, v = rng.uniform(-half, half), y + rng.uniform(-0.5, 0.5) * step
            density = noise.noise(Vector((x, v, 9)) * 1.7)
            if v < 4:
                if density < -0.42 or (_clearing(x, v) and rng.random() < 0.8):
                    continue
                shape = rng.choice(dry) if rng.random() < 0.03 else rng.choice(near)
                size = rng.uniform(0.6, 1.15) * (1.0 + 0.5 * density) * (0.55 if v < 0.55 else 0.8 if v < 1.0 else 1.0 + 0.15 * (v - 1))
            else:
                shape = rng.choice(far_dry) if rng.random() < 0.05 else rng.choice(far)
                size = rng.uniform(0.7, 1.1) * (1 + 0.3 * density)
            geo.link(shape, "tuft", (x, v, _ground(x, v)), (rng.uniform(-0.12, 0.12), rng.uniform(-0.12, 0.12), rng.uniform(0, 6.28)), size)
        y += step
    # a few long blades close to the lens
    blade = [_tuft(rng, fresh, 1, 0.001, tall) for tall in (0.16, 0.20, 0.24)]
    for _ in range(16):
        v = rng.uniform(0.30, 0.42)
        x = rng.choice((-1, 1)) * rng.uniform(0.40, 0.56) * v
        geo.link(rng.choice(blade), "blade", (x, v, _ground(x, v)), (0, 0, rng.uniform(0, 6.28)), rng.uniform(0.8, 1.2))


CAPS = [(0.115, 0.75, 0.118, 0.052), (0.028, 0.86, 0.082, 0.038), (0.205, 0.90, 0.060, 0.026), (0.135, 0.66, 0.034, 0.017)]  # x, y, height, cap radius


def _clearing(x, y):
    return any((x - a) ** 2 + (y - b + 0.03) ** 2 < (0.6 * r + 0.02) ** 2 for a, b, _, r in CAPS)


def _mushrooms(rng):
    g = mat.Graph("cap")
    n = g.noise(g.coordinates(), 40, 6)
    red = g.ramp(n, [(0.3, (0.40, 0.012, 0.004)), (0.7, (0.60, 0.045, 0.010))])
    cap_red = g.surface(g.principled(base_color=red, roughness=0.26, clearcoat=0.35, subsurface=0.0, normal=g.bump(n, 0.0006)))
    wart = mat.mottled("wart", (0.62, 0.55, 0.42), (0.78, 0.73, 0.62), 200, 0.85, 0.0012)
    flesh = mat.mottled("stipe", (0.55, 0.48, 0.36), (0.74, 0.69, 0.58), 70, 0.8, 0.0015)
    gill = mat.plain("gill", (0.66, 0.58, 0.44), 0.85)
    for x, y, tall, r in CAPS:
        parts = []
        lean = Vector((rng.uniform(-0.10, 0.10), rng.uniform(-0.05, 0.05), 1))
        line = geo.spline([Vector((0, 0, -0.01)), lean * tall * 0.35 + Vector((0.004, 0, 0)), lean * tall * 0.75, lean * tall], 8)
        width = [r * (0.27 + 0.18 * math.exp(-6 * k / (len(line) - 1)) + 0.02 * math.sin(k)) for k in range(len(line))]
        parts.append((geo.tube("stipe", line, width, flesh, 28), geo.place()))
        skirt = geo.lathe("skirt", [(r * 0.26, 0), (r * 0.34, -r * 0.07), (r * 0.46, -r * 0.22), (r * 0.48, -r * 0.24), (r * 0.45, -r * 0.21), (r * 0.27, -r * 0.02)], flesh, 48, 4)
        parts.append((skirt, geo.place(lean * tall * 0.80)))
        for k, (size, level) in enumerate([(0.43, 0.10), (0.40, 0.17)]):
            parts.append((geo.ring("bulb", r * size, r * 0.035, flesh, 40, 8), geo.place(lean * tall * level)))
        top = lean * tall * 0.98
        tilt = (rng.uniform(-0.12, 0.05), rng.uniform(-0.15, 0.15), 0)
        dome = [(r * math.sin(t), r * 0.62 * math.cos(t)) for t in [math.pi / 2 * k / 12 for k in range(13)]]
        cap = geo.lathe("cap", [(r * 0.985, -r * 0.075)] + [(r * 1.01, -r * 0.03)] + dome[::-1], cap_red, 96, 2)
        under = geo.lathe("under", [(0, r * 0.06), (r * 0.3, r * 0.05), (r * 0.8, -r * 0.01), (r * 0.985, -r * 0.075)], gill, 96, 3)
        head = [(cap, geo.place()), (under, geo.place())]
        for k in range(110):
            blade = geo.mesh_from("gill", [(r * 0.22, 0, r * 0.05), (r * 0.97, 0, -r * 0.065), (r * 0.90, 0, -r * 0.10), (r * 0.30, 0, -r * 0.02)], [(0, 1, 2, 3)], gill, False)
            head.append((blade, geo.place((0, 0, 0), (0, 0, k * 2 * math.pi / 110))))
        taken = []
        for _ in range(400):
            t, a = math.acos(1 - rng.random() * 0.97), rng.uniform(0, 6.28)
            size = r * rng.uniform(0.045, 0.115) * (1.1 - 0.45 * t / 1.57)
            p = Vector((r * math.sin(t) * math.cos(a), r * math.sin(t) * math.sin(a), r * 0.62 * math.cos(t)))
            if all((p - q).length > 1.5 * (size + s) for q, s in taken) and len(taken) < 62:
                taken.append((p, size))
                seed = Vector((len(taken), r * 100, 0))
                bump = geo.ball("wart", size, wart, 3, lambda d, o=seed: 1 + 0.35 * noise.noise(d * 1.8 + o) + 0.12 * noise.noise(d * 6 + o))
                normal = Vector((p.x, p.y, p.z / 0.38)).normalized()
                turn = normal.to_track_quat("Z", "Y").to_matrix().to_4x4()
                head.append((bump, geo.place(p) @ turn @ geo.place(scale=(1, 1, 0.5))))
        parts.append((geo.merge("head", head), geo.place(top, tilt)))
        geo.link(geo.merge("mushroom", parts), "mushroom", (x, y, _ground(x, y)))


def _flowers(rng):
    white = mat.foliage("petal", (0.74, 0.74, 0.72), (0.84, 0.84, 0.82), 0.35, 60, 0.6, 0.2, 0.1)
    yellow = mat.mottled("disc", (0.62, 0.30, 0.008), (0.85, 0.52, 0.02), 700, 0.8, 0.001)
    scarlet = mat.foliage("poppy", (0.50, 0.022, 0.008), (0.74, 0.06, 0.014), 0.5, 50, 0.5, 0.2, 0.25)
    black = mat.plain("anther", (0.012, 0.010, 0.014), 0.8)
    blue = mat.foliage("bellflower", (0.10, 0.10, 0.52), (0.20, 0.17, 0.72), 0.45, 60, 0.5, 0.2, 0.3)
    stem = mat.foliage("stem", (0.045, 0.11, 0.018), (0.08, 0.16, 0.03), 0.1, 40)

    def daisy():
        parts = [(geo.ball("disc", 0.0062, yellow, 4), geo.place((0, 0, 0.001), scale=(1, 1, 0.5)))]
        for k in range(21):
            a = k * 2 * math.pi / 21 + rng.uniform(-0.06, 0.06)
            petal = geo.leaf("petal", rng.uniform(0.0145, 0.0175), 0.0047, white, rng.uniform(0.05, 0.4), -0.25, 6, 0.62)
            parts.append((petal, geo.place((-0.0045 * math.sin(a), 0.0045 * math.cos(a), 0.0004 * (k % 2)), (rng.uniform(0.05, 0.35), 0, a))))
        return geo.merge("daisy", parts)

    def poppy():
        parts = []
        for k in range(4):
            vertices, faces = [], []
            for i in range(9):
                t = i / 8
                for j in range(11):
                    u = j / 10 * 2 - 1
                    spread = u * (0.25 + 0.75 * t ** 0.7) * 1.05
                    radius = 0.036 * t * (1 - 0.10 * u * u)
                    ripple = 0.0028 * t * t * math.sin(9 * u + 2.1 * k) + 0.0012 * t * math.sin(23 * u + k)
                    vertices.append((radius * math.sin(spread), radius * math.cos(spread), 0.020 * t ** 1.6 - (0.001 if k % 2 else 0) + ripple))
            for i in range(8):
                for j in range(10):
                    q = i * 11 + j
                    faces.append((q, q + 1, q + 12, q + 11))
            parts.append((geo.mesh_from("petal", vertices, faces, scarlet, auto_smooth=math.pi), geo.place(rotation=(rng.uniform(0.25, 0.45), 0, k * math.pi / 2))))
        parts.append((geo.lathe("pod", [(0, -0.002), (0.004, 0.0), (0.0048, 0.006), (0.0058, 0.0085), (0, 0.0095)], stem, 20), geo.place((0, 0, 0.003))))
        for k in range(34):
            a, r = rng.uniform(0, 6.28), rng.uniform(0.006, 0.0095)
            parts.append((geo.ball("anther", 0.0008, black, 1), geo.place((r * math.cos(a), r * math.sin(a), rng.uniform(0.008, 0.012)))))
        return geo.merge("poppy", parts)

    def bell():
        shape = geo.lathe("bell", [(0.0015, 0), (0.0060, 0.003), (0.0078, 0.010), (0.0098, 0.0165), (0.0135, 0.020)], blue, 30, 5)
        return geo.merge("bell", [(shape, geo.place())])

    daisies, poppies, bells = [daisy() for _ in range(3)], [poppy() for _ in range(3)], [bell()]

    def plant(heads, x, y, tall, face, thick=0.0011, size=1.0, leaves=True):
        base = Vector((x, y, _ground(x, y)))
        sway = Vector((rng.uniform(-0.22, 0.22), rng.uniform(-0.12, 0.12), 0)) * tall
        line = geo.spline([base, base + Vector((0, 0, tall * 0.4)) + sway * 0.15, base + Vector((0, 0, tall * 0.75)) + sway * 0.55, base + Vector((0, 0, tall)) + sway], 7)
        geo.link(geo.tube("stem", line, thick, stem, 7), "stem")
        geo.link(rng.choice(heads), "flower", line[-1], (face + rng.uniform(-0.3, 0.3), rng.uniform(-0.3, 0.3), rng.uniform(-0.9, 0.9)), size * rng.uniform(0.88, 1.12))

    for x, y, tall in [(-0.20, 0.40, 0.165), (-0.155, 0.46, 0.135), (-0.245, 0.52, 0.175), (0.225, 0.44, 0.10), (-0.10, 0.62, 0.10)]:
        plant(daisies, x, y, tall, 0.75)
    for _ in range(150):
        y = 0.8 * 9 ** rng.random()
        x = rng.uniform(-0.55, 0.55) * y
        if noise.noise(Vector((x, y, 31)) * 1.1) > -0.05 and not _clearing(x, y):
            plant(daisies, x, y, rng.uniform(0.08, 0.17) * (1 + 0.08 * y), 0.7, size=1.0 + 0.06 * y)
    for x, y, tall in [(-0.36, 0.92, 0.30), (-0.25, 1.10, 0.27), (-0.47, 1.25, 0.33), (0.46, 1.15, 0.25)]:
        plant(poppies, x, y, tall, 0.55, 0.0013)
    for _ in range(85):
        y = 1.7 * 8 ** rng.random()
        x = rng.uniform(-0.55, 0.5) * y
        if noise.noise(Vector((x, y, 77)) * 0.55) > 0.0:
            plant(poppies, x, y, rng.uniform(0.26, 0.42), 0.6, 0.0016, 1.0 + 0.05 * y)
    for _ in range(60):
        y = 1.0 * 6 ** rng.random()
        x = rng.uniform(-0.5, 0.55) * y
        if noise.noise(Vector((x, y, 55)) * 1.0) > 0.08 and not _clearing(x, y):
            plant(bells, x, y, rng.uniform(0.14, 0.24), -1.9 + math.pi, 0.0009, 1.3)


def _stones(rng):
    rock = mat.stone("rock", (0.10, 0.095, 0.085), (0.30, 0.285, 0.26), 9, 0.012, (0.10, 0.15, 0.025))
    for x, y, size, flat in [(-0.30, 1.55, 0.17, 0.62), (-0.06, 1.70, 0.10, 0.7), (-0.52, 1.75, 0.11, 0.6), (0.02, 0.60, 0.020, 0.6), (0.055, 0.575, 0.012, 0.7), (1.6, 3.6, 0.42, 0.6), (-3.0, 8.5, 0.7, 0.6)]:
        seed = Vector((x * 5, y * 5, 0))
        shape = geo.ball("rock", size, rock, 6, lambda d, o=seed: 1 + 0.34 * noise.noise(d * 1.1 + o) + 0.13 * noise.noise(d * 2.7 + o) + 0.035 * noise.noise(d * 8 + o))
        geo.link(shape, "rock", (x, y, _ground(x, y) + size * flat * 0.35), (0, 0, rng.uniform(0, 6)), (1.15, 0.9, flat))


def _fence(rng):
    grey = mat.wood("fence", (0.14, 0.115, 0.09), (0.34, 0.295, 0.24), 5.0, "Z", 0.85, 0, 0.003, specular=0.2)
    rail = mat.wood("rail", (0.14, 0.115, 0.09), (0.34, 0.295, 0.24), 5.0, "X", 0.85, 0, 0.003, specular=0.2)
    line = [Vector((1.15 + 0.16 * k + 0.004 * k * k, 2.2 + 1.75 * k, 0)) for k in range(14)]
    tops = []
    for p in line:
        z = _ground(p.x, p.y)
        geo.link(geo.box("post", (0.11, 0.11, 1.12), grey, 0.012), "post", (p.x, p.y, z + 0.50), (rng.uniform(-0.03, 0.03), rng.uniform(-0.03, 0.03), 0.1))
        tops.append(Vector((p.x, p.y, z)))
    for a, b in zip(tops, tops[1:]):
        for level in (0.36, 0.66, 0.93):
            centre, along = (a + b) / 2, b - a
            turn = along.to_track_quat("X", "Z").to_euler()
            geo.link(geo.box("rail", (along.length + 0.16, 0.035, 0.095), rail, 0.008), "rail", centre + Vector((-0.07, 0, level + rng.uniform(-0.015, 0.015))), (turn[0], turn[1] + rng.uniform(-0.008, 0.008), turn[2]))


def _trees(rng):
    bark = mat.mottled("bark", (0.045, 0.032, 0.022), (0.13, 0.10, 0.075), 6, 0.95, 0.05)
    greens = [mat.foliage("crown", (0.060, 0.125, 0.016), (0.14, 0.22, 0.030), 0.45, 1.5), mat.foliage("crown", (0.080, 0.15, 0.014), (0.18, 0.25, 0.030), 0.45, 1.5)]
    clumps = []
    for green in greens:
        leaves = [geo.leaf("leaf", 0.17, 0.10, green, c, 0.3, 3) for c in (0.1, 0.4)]
        clumps.append(geo.merge("clump", [(rng.choice(leaves), geo.place((rng.gauss(0, 0.24), rng.gauss(0, 0.24), rng.gauss(0, 0.2)), (rng.uniform(0, 6), rng.uniform(0, 6), rng.uniform(0, 6)), rng.uniform(0.7, 1.3))) for _ in range(120)]))
    spots = [(-7.2, 19.5, 6.4), (-12.5, 26, 8.5), (-3.0, 33, 7.0), (4.2, 31, 7.6), (10.5, 27, 8.2), (15.5, 32, 9.5), (-20, 34, 10), (-9, 40, 9), (1, 43, 8), (8, 42, 9), (22, 40, 10), (-27, 44, 11), (14, 47, 9)]
    for x, y, tall in spots:
        z = _ground(x, y)
        geo.link(geo.tube("trunk", geo.spline([(x, y, z - 0.2), (x + 0.1, y, z + tall * 0.25), (x - 0.12, y, z + tall * 0.5), (x + 0.1, y, z + tall * 0.85)], 8), [0.045 * tall * (1 - 0.8 * k / 24) for k in range(25)], bark, 14), "trunk")
        clump = rng.choice(clumps)
        lobes = [(Vector((rng.uniform(-0.22, 0.22) * tall, rng.uniform(-0.2, 0.2) * tall, tall * rng.uniform(0.45, 0.85))), tall * rng.uniform(0.16, 0.26)) for _ in range(8)]
        for centre, radius in lobes:
            for _ in range(int(26 * radius ** 1.5) + 14):
                d = Vector((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 1))).normalized()
                p = Vector((x, y, z)) + centre + d * radius * rng.uniform(0.7, 1.05)
                geo.link(clump, "clump", p, (rng.uniform(0, 6), rng.uniform(0, 6), rng.uniform(0, 6)), rng.uniform(0.8, 1.4))
