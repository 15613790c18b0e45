"""Evening on a terrace: a lantern and a mug on a table, strings of small lamps between the trees, a lit house far behind."""
import math
import random

from mathutils import Vector, noise

import geometry as geo
import materials as mat
import stage

TABLE_TOP = 0.75


def build():
    rng = random.Random(11)
    stage.camera((0.0, 0.0, 0.945), (0.015, 1.1, 0.905))
    stage.gradient_sky([(0.0, (0.55, 0.22, 0.10)), (0.06, (0.42, 0.20, 0.19)), (0.16, (0.13, 0.13, 0.27)), (0.5, (0.02, 0.035, 0.11))], 0.8)
    _table(rng)
    _lantern((0.13, 1.12, TABLE_TOP))
    _mug((-0.155, 0.93, TABLE_TOP))
    _biscuits(rng, (-0.03, 0.80, TABLE_TOP))
    _sprig(rng)
    _garden(rng)
    _strings(rng)
    stage.area_lamp((-1.5, 0.2, 2.2), (0, 1.0, 0.8), 16, 0.7, (1.0, 0.72, 0.45))
    stage.area_lamp((1.6, 2.2, 1.9), (0.1, 1.0, 0.8), 9, 0.8, (0.55, 0.68, 1.0))
    return dict(title="Evening on the terrace", focal_length_mm=42, subject_distance_m=1.1, samples=48, draft_samples=16,
                view_transform="Filmic", look="Medium High Contrast", exposure=0.6, bounces=4)


def _table(rng):
    plank = mat.wood("table", (0.055, 0.026, 0.012), (0.26, 0.135, 0.062), 7.0, "Y", 0.42, 0.0, 0.0009)
    for i in range(-5, 6):
        wide = 0.128
        geo.link(geo.box("plank", (wide - 0.004, 1.9, 0.03), plank, 0.0025), "plank", (i * wide + 0.02, 1.05 + rng.uniform(-0.004, 0.004), TABLE_TOP - 0.015 + rng.uniform(-0.0006, 0.0006)))


def _lantern(where):
    iron = mat.mottled("iron", (0.018, 0.018, 0.02), (0.05, 0.045, 0.04), 40, 0.38, 0.0004, 0.85)
    parts = []
    half, foot, tall = 0.058, 0.016, 0.17
    parts.append((geo.box("base", (0.15, 0.15, foot), iron, 0.003), geo.place((0, 0, foot / 2 + 0.008))))
    parts.append((geo.box("step", (0.128, 0.128, 0.01), iron, 0.002), geo.place((0, 0, foot + 0.012))))
    for sx in (-1, 1):
        for sy in (-1, 1):
            parts.append((geo.box("post", (0.009, 0.009, tall), iron, 0.001), geo.place((sx * half, sy * half, foot + tall / 2 + 0.012))))
            parts.append((geo.ball("foot", 0.009, iron, 3), geo.place((sx * 0.062, sy * 0.062, 0.008))))
    for level in (foot + 0.022, foot + tall + 0.007):
        for turn in range(4):
            a = turn * math.pi / 2
            parts.append((geo.box("rail", (2 * half, 0.007, 0.009), iron, 0.001), geo.place((half * math.sin(a), half * math.cos(a), level), (0, 0, a))))
    for turn in range(4):
        a = turn * math.pi / 2
        parts.append((geo.box("bar", (0.0035, 0.0035, tall), iron), geo.place((half * math.sin(a), half * math.cos(a), foot + tall / 2 + 0.012), (0, 0, a))))
        arch = [(0.055 * math.cos(t), 0, 0.03 * math.sin(t)) for t in [math.pi * k / 14 for k in range(15)]]
        parts.append((geo.tube("arch", arch, 0.002, iron, 8), geo.place((half * math.sin(a), half * math.cos(a), foot + tall - 0.03), (0, 0, a))))
    roof_z = foot + tall + 0.014
    parts.append((geo.box("eaves", (0.152, 0.152, 0.008), iron, 0.002), geo.place((0, 0, roof_z))))
    roof = [(0.104, 0.0), (0.075, 0.020), (0.05, 0.042), (0.034, 0.058), (0.031, 0.066)]
    mesh = geo.lathe("roof", roof + [(0.0, 0.066)], iron, 4)
    mesh.use_auto_smooth = False
    mesh.polygons.foreach_set("use_smooth", [False] * len(mesh.polygons))
    parts.append((mesh, geo.place((0, 0, roof_z + 0.004), (0, 0, math.pi / 4))))
    parts.append((geo.lathe("cap", [(0.024, 0), (0.024, 0.018), None, (0.033, 0.02), (0.03, 0.026), (0.012, 0.036), (0.0, 0.038)], iron, 40), geo.place((0, 0, roof_z + 0.068))))
    parts.append((geo.ring("ring", 0.030, 0.0028, iron), geo.place((0, 0, roof_z + 0.131), (math.pi / 2, 0, 0.5))))
    geo.link(geo.merge("lantern", parts), "lantern", where, (0, 0, math.radians(24)))

    g = mat.Graph("wax")
    wax = g.surface(g.principled(base_color=(0.9, 0.80, 0.62), roughness=0.45, subsurface=0.4, subsurface_radius=(0.02, 0.008, 0.003), subsurface_color=(1.0, 0.62, 0.28), emission=(1.0, 0.42, 0.12), emission_strength=0.12))
    wax.cycles.sample_as_light = False
    candle = geo.lathe("candle", [(0.0, 0), (0.028, 0), None, (0.028, 0.078), (0.027, 0.083), (0.024, 0.083), (0.020, 0.079), (0.0, 0.077)], wax, 64)
    x, y, z = where
    z += foot + 0.017
    geo.link(candle, "candle", (x, y, z))
    geo.link(geo.tube("wick", [(0, 0, 0), (0.0005, 0, 0.006), (0.002, 0, 0.011)], 0.0009, mat.plain("wick", (0.01, 0.01, 0.01), 0.9)), "wick", (x, y, z + 0.077))
    flame = geo.lathe("flame", [(0.0, 0.0), (0.0036, 0.004), (0.0056, 0.011), (0.0048, 0.020), (0.0022, 0.032), (0.0, 0.041)], mat.glow("flame", (1.0, 0.52, 0.16), 60), 32, 6)
    geo.link_lamp(flame, "flame", (x + 0.001, y, z + 0.083))
    lamp = stage.point_lamp((x, y, z + 0.112), 6.0, 0.014, (1.0, 0.50, 0.17))
    lamp.visible_glossy = False


def _mug(where):
    g = mat.Graph("glaze")
    spots = g.add("TexVoronoi", {"Vector": g.coordinates(), "Scale": 260.0}).outputs[0]
    speck = g.ramp(spots, [(0.12, 0.15), (0.22, 1.0)])
    n = g.noise(g.coordinates((1, 1, 3)), 14, 5)
    base = g.ramp(n, [(0.3, (0.02, 0.13, 0.16)), (0.7, (0.05, 0.24, 0.27))])
    height = g.add("SeparateXYZ", {0: g.coordinates()}).outputs[2]
    clay = g.ramp(g.math("ADD", height, g.math("MULTIPLY", n, 0.012)), [(0.026, 0.0), (0.03, 1.0)])
    colour = g.mix(clay, (0.45, 0.27, 0.15), base)
    glaze = g.surface(g.principled(base_color=g.mix(0.7, colour, speck, "MULTIPLY"), roughness=0.16, clearcoat=0.4, normal=g.bump(n, 0.0006)))
    profile = [(0, 0.004), (0.026, 0.004), None, (0.028, 0.0), (0.031, 0.0), None, (0.038, 0.008), (0.0425, 0.03), (0.043, 0.06), (0.0405, 0.092), (0.0395, 0.0955), (0.0375, 0.0945), (0.0375, 0.085), (0.039, 0.05), (0.036, 0.012), (0.0, 0.009)]
    mug = geo.lathe("mug", profile, glaze, 96, 5)
    handle = geo.tube("handle", geo.spline([(0.036, 0, 0.078), (0.058, 0, 0.084), (0.074, 0, 0.066), (0.071, 0, 0.038), (0.054, 0, 0.021), (0.038, 0, 0.019)], 10), 0.0058, glaze, 20)
    coffee = geo.lathe("coffee", [(0, 0.080), (0.0376, 0.080)], mat.plain("coffee", (0.016, 0.006, 0.002), 0.08), 64)
    geo.link(geo.merge("mug", [(mug, geo.place()), (handle, geo.place()), (coffee, geo.place())]), "mug", where, (0, 0, math.radians(205)))


def _biscuits(rng, where):
    glaze = mat.mottled("plate", (0.62, 0.58, 0.52), (0.72, 0.69, 0.63), 60, 0.22, 0.0002)
    plate = geo.lathe("plate", [(0, 0.004), (0.035, 0.004), (0.040, 0.0), (0.044, 0.003), (0.062, 0.011), (0.075, 0.0155), (0.077, 0.0175), (0.074, 0.0175), (0.06, 0.0145), (0.046, 0.009), (0.0, 0.008)], glaze, 96, 4)
    x, y, z = where
    geo.link(plate, "plate", where)
    dough = mat.mottled("biscuit", (0.26, 0.115, 0.035), (0.52, 0.29, 0.11), 90, 0.85, 0.0025, 0.0, 0.15)
    chip = mat.plain("chocolate", (0.022, 0.009, 0.004), 0.35)
    for i, (dx, dy, dz, tilt) in enumerate([(-0.022, 0.012, 0.0135, 0.05), (0.027, -0.006, 0.0135, -0.06), (0.002, -0.004, 0.0255, 0.10)]):
        biscuit = geo.ball("biscuit", 0.029, dough, 5, lambda d: 1 + 0.035 * noise.noise(d * 3 + Vector((i * 7, 0, 0))) + 0.02 * noise.noise(d * 11))
        parts = [(biscuit, geo.place(scale=(1, 1, 0.22)))]
        for _ in range(9):
            a, r = rng.uniform(0, 6.28), 0.022 * math.sqrt(rng.random())
            parts.append((geo.ball("chip", rng.uniform(0.0024, 0.0036), chip, 2), geo.place((r * math.cos(a), r * math.sin(a), 0.0064 * math.sqrt(max(0.0, 1 - (r / 0.029) ** 2))), (0, 0, a), (1.2, 1, 0.7))))
        geo.link(geo.merge("biscuit", parts), "biscuit", (x + dx, y + dy, z + dz), (tilt, tilt * 0.7, rng.uniform(0, 6)))


def _sprig(rng):
    """Twigs with red berries that reach into the picture close to the lens."""
    bark = mat.mottled("twig", (0.05, 0.03, 0.018), (0.13, 0.085, 0.05), 200, 0.8, 0.0005)
    green = mat.foliage("sprig", (0.02, 0.06, 0.014), (0.06, 0.14, 0.03), 0.3, 90)
    berry = mat.plain("berry", (0.42, 0.012, 0.012), 0.18, clearcoat=0.3)
    tip = mat.plain("tip", (0.02, 0.012, 0.01), 0.8)
    round_berry = geo.merge("berry", [(geo.ball("b", 0.0052, berry, 3), geo.place()), (geo.ball("t", 0.0011, tip, 1), geo.place((0, 0, 0.0052)))])
    blades = [geo.leaf("leaf", 0.042, 0.020, green, curl, 0.25) for curl in (0.1, 0.3, 0.5)]
    for start, bends in [((-0.235, 0.44, 0.78), [(0.02, 0.01, 0.07), (0.03, 0.02, 0.06), (0.045, 0.01, 0.04)]),
                         ((-0.215, 0.47, 0.78), [(-0.005, 0.01, 0.10), (0.01, 0.01, 0.07), (0.03, 0.0, 0.05)]),
                         ((-0.24, 0.41, 0.80), [(0.04, 0.02, 0.03), (0.035, 0.02, 0.02), (0.03, 0.01, 0.0)])]:
        joints = [Vector(start)]
        for bend in bends:
            joints.append(joints[-1] + Vector(bend))
        curve = geo.spline(joints, 12)
        geo.link(geo.tube("twig", curve, [0.0026 * (1 - 0.7 * k / len(curve)) for k in range(len(curve))], bark, 10), "twig")
        for k in range(6, len(curve), 3):
            side = rng.uniform(0, 6.28)
            geo.link(rng.choice(blades), "leaf", curve[k], (rng.uniform(-0.2, 0.9), rng.uniform(-0.6, 0.6), side), rng.uniform(0.7, 1.1))
            for _ in range(rng.choice((0, 1, 2, 2))):
                offset = Vector((rng.uniform(-1, 1), rng.uniform(-1, 1), rng.uniform(-0.9, 0.7))).normalized() * rng.uniform(0.012, 0.018)
                geo.link(geo.tube("stalk", [curve[k], curve[k] + offset * 0.6 + Vector((0, 0, 0.002)), curve[k] + offset], 0.0006, bark, 6), "stalk")
                geo.link(round_berry, "berry", curve[k] + offset, (rng.uniform(0, 3), rng.uniform(0, 3), 0), rng.uniform(0.85, 1.15))


def _garden(rng):
    paving = mat.stone("paving", (0.05, 0.048, 0.045), (0.13, 0.12, 0.11), 1.5, 0.02)
    geo.link(geo.sheet("ground", lambda x, y: 0.02 * noise.noise(Vector((x, y, 0)) * 0.6), (-40, 40), (1.5, 60), 80, 80, paving), "ground")
    green = mat.foliage("leaves", (0.012, 0.04, 0.008), (0.05, 0.11, 0.02), 0.25, 8)
    cluster = [_clump(rng, green) for _ in range(3)]
    for centre, size, count in [((-3.6, 7.5, 0.5), (1.6, 0.9, 0.8), 260), ((3.4, 6.0, 0.4), (1.3, 0.8, 0.7), 220), ((6.5, 11, 0.9), (2.5, 1.2, 1.2), 300), ((-8, 14, 1.0), (3.5, 1.5, 1.4), 320),
                                ((3.9, 7.2, 3.1), (1.5, 1.4, 1.1), 300), ((-5.6, 10.5, 3.9), (1.9, 1.7, 1.5), 330)]:
        for _ in range(count):
            d = Vector((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 1))).normalized() * rng.uniform(0.75, 1.0)
            p = Vector(centre) + Vector((d.x * size[0], d.y * size[1], d.z * size[2])) * (1 + 0.25 * noise.noise(Vector(d) * 2.2))
            if p.z > 0.05:
                geo.link(rng.choice(cluster), "clump", p, (rng.uniform(0, 6), rng.uniform(0, 6), rng.uniform(0, 6)), rng.uniform(0.7, 1.2))
    bark = mat.mottled("bark", (0.03, 0.02, 0.014), (0.09, 0.065, 0.045), 14, 0.9, 0.03)
    for x, y, tall in [(3.9, 7.2, 2.6), (-5.6, 10.5, 3.2)]:
        geo.link(geo.tube("trunk", geo.spline([(x, y, 0), (x + 0.06, y, tall * 0.4), (x - 0.05, y, tall * 0.75), (x + 0.1, y, tall + 0.6)], 8), [0.13 - 0.08 * k / 24 for k in range(25)], bark, 16), "trunk")
    far = mat.plain("far", (0.008, 0.011, 0.008), 0.95)
    for _ in range(46):
        x, y = rng.uniform(-34, 34), rng.uniform(34, 48)
        tall = rng.uniform(2.0, 4.6) if abs(x) > 5 else rng.uniform(0.9, 1.8)
        crown = geo.ball("crown", tall * 0.5, far, 4, lambda d, k=x: 1 + 0.35 * noise.noise(d * 2.3 + Vector((k, 0, 0))) + 0.16 * noise.noise(d * 8 + Vector((k, 0, 0))))
        geo.link(crown, "crown", (x, y, tall * 0.55), scale=(0.8, 0.8, 1.15))
    brick = mat.bricks("brick", (0.20, 0.075, 0.045), (0.27, 0.11, 0.07), (0.22, 0.20, 0.17), 2.2)
    roof = mat.mottled("roof", (0.03, 0.022, 0.02), (0.07, 0.05, 0.045), 4, 0.8, 0.02)
    frame = mat.plain("frame", (0.5, 0.48, 0.44), 0.5)
    pane = _curtained()
    dim = mat.glow("dim", (0.25, 0.30, 0.42), 0.12)
    houses = [((-7.2, 23.0), 7.0, 4.4), ((11.5, 30.0), 8.0, 5.0)]
    for (x, y), wide, tall in houses:
        geo.link(geo.box("house", (wide, 6, tall), brick), "house", (x, y + 3, tall / 2))
        gable = geo.mesh_from("gable", [(-wide / 2 - 0.3, -0.35, 0), (wide / 2 + 0.3, -0.35, 0), (wide / 2 + 0.3, 6.3, 0), (-wide / 2 - 0.3, 6.3, 0), (-wide / 2 - 0.3, 3, 2.5), (wide / 2 + 0.3, 3, 2.5)],
                              [(0, 1, 5, 4), (2, 3, 4, 5), (0, 4, 3), (1, 2, 5), (0, 3, 2, 1)], roof, False)
        geo.link(gable, "roof", (x, y, tall))
        for column in range(3):
            for row in range(2):
                wx, wz = x + (column - 1) * wide * 0.3, 1.35 + row * 2.2
                lit = (column + row * 2 + int(x)) % 3 != 0
                geo.link(geo.box("window", (1.05, 0.04, 1.35), pane if lit else dim), "window", (wx, y - 0.01, wz))
                for size, dx, dz in [((1.2, 0.08, 0.09), 0, 0.69), ((1.3, 0.14, 0.09), 0, -0.69), ((0.09, 0.08, 1.4), -0.55, 0), ((0.09, 0.08, 1.4), 0.55, 0), ((0.05, 0.07, 1.35), 0, 0), ((1.05, 0.07, 0.05), 0, 0.18)]:
                    geo.link(geo.box("bar", size, frame), "bar", (wx + dx, y - 0.04, wz + dz))
    # the town on the hill
    hill = mat.mottled("hill", (0.010, 0.013, 0.018), (0.02, 0.024, 0.03), 0.05, 0.95)
    geo.link(geo.sheet("hill", _hill, (-140, 140), (42, 170), 90, 30, hill), "hill")
    tones = [mat.glow("town", colour, strength) for colour, strength in (((1.0, 0.55, 0.2), 14), ((1.0, 0.78, 0.5), 14), ((0.7, 0.85, 1.0), 9))]
    for _ in range(220):
        x, y = rng.uniform(-60, 60), 58 + 90 * rng.random() ** 1.5
        z = _hill(x, y) + rng.uniform(0.3, 1.5)
        geo.link_lamp(geo.ball("town", rng.uniform(0.06, 0.13), rng.choice(tones), 2), "town", (x, y, z))


def _hill(x, y):
    return (y - 52) * 0.15 + 4.0 * noise.noise(Vector((x, y, 3)) * 0.025) * min(1, (y - 42) / 30)


def _curtained():
    """A lit window behind folds of cloth, brighter in the middle."""
    g = mat.Graph("pane")
    folds = g.noise(g.coordinates((9, 1, 0.4)), 1.0, 2.0)
    colour = g.ramp(folds, [(0.35, (0.75, 0.26, 0.06)), (0.65, (1.0, 0.52, 0.17))])
    material = g.surface(g.add("Emission", {"Color": colour, "Strength": 1.5}).outputs[0])
    material.cycles.sample_as_light = False
    return material


def _clump(rng, material):
    parts = []
    shapes = [geo.leaf("l", 0.15, 0.075, material, c, 0.3, 5) for c in (0.1, 0.35)]
    for _ in range(16):
        parts.append((rng.choice(shapes), geo.place((rng.uniform(-0.09, 0.09), rng.uniform(-0.09, 0.09), rng.uniform(-0.09, 0.09)), (rng.uniform(0, 6), rng.uniform(0, 6), rng.uniform(0, 6)), rng.uniform(0.7, 1.2))))
    return geo.merge("clump", parts)


def _strings(rng):
    cable = mat.plain("cable", (0.012, 0.012, 0.012), 0.6)
    socket = mat.plain("socket", (0.02, 0.02, 0.02), 0.5)
    tones = [mat.glow("warm", (1.0, 0.50, 0.14), 16), mat.glow("amber", (1.0, 0.36, 0.07), 14), mat.glow("gold", (1.0, 0.62, 0.26), 16)]
    bulbs = [geo.merge("bulb", [(geo.lathe("glass", [(0.0, -0.052), (0.012, -0.049), (0.0195, -0.036), (0.019, -0.024), (0.010, -0.008), (0.008, 0.0)], tone, 20, 4), geo.place()),
                                (geo.lathe("socket", [(0.0085, -0.004), (0.010, 0.0), (0.010, 0.02), (0.0, 0.026)], socket, 16), geo.place())]) for tone in tones]
    spans = [((-2.3, 3.6, 1.95), (2.9, 5.2, 1.9), 0.42, 17), ((-3.6, 6.2, 2.5), (3.9, 7.1, 2.7), 0.75, 20), ((-5.6, 10.2, 3.6), (3.9, 7.3, 2.9), 0.95, 24), ((-7.5, 16.0, 4.4), (9.0, 17.0, 4.4), 1.5, 32),
             ((-2.4, 5.0, 1.45), (2.6, 5.6, 1.4), 0.22, 18), ((-3.9, 8.4, 1.7), (4.2, 8.9, 1.75), 0.34, 26), ((-6.5, 13.0, 2.0), (6.8, 13.5, 2.1), 0.5, 34)]
    for a, b, sag, count in spans:
        a, b = Vector(a), Vector(b)
        curve = [a.lerp(b, k / 60) - Vector((0, 0, 4 * sag * (k / 60) * (1 - k / 60))) for k in range(61)]
        geo.link(geo.tube("cable", curve, 0.004, cable, 6), "cable")
        for k in range(count):
            t = (k + 0.5) / count
            p = a.lerp(b, t) - Vector((0, 0, 4 * sag * t * (1 - t) + 0.02))
            geo.link_lamp(rng.choice(bulbs), "bulb", p, (rng.uniform(-0.15, 0.15), rng.uniform(-0.15, 0.15), 0), rng.uniform(0.95, 1.1))
    post = mat.mottled("post", (0.02, 0.014, 0.01), (0.07, 0.05, 0.035), 9, 0.85, 0.01)
    for x, y, tall in [(-2.4, 5.0, 1.5), (2.6, 5.6, 1.45), (-3.9, 8.4, 1.8), (4.2, 8.9, 1.85), (-6.5, 13.0, 2.1), (6.8, 13.5, 2.2), (-2.3, 3.6, 2.0), (2.9, 5.2, 1.95)]:
        geo.link(geo.box("post", (0.06, 0.06, tall), post, 0.006), "post", (x, y + 0.03, tall / 2))
    globe = geo.ball("globe", 0.075, mat.glow("globe", (1.0, 0.60, 0.26), 3.5), 4)
    for k in range(6):
        y = 5.2 + 2.3 * k
        for x in (-0.85 - 0.03 * k, 0.75 + 0.05 * k):
            geo.link_lamp(globe, "globe", (x, y, 0.30))
            geo.link(geo.tube("stem", [(x, y, 0), (x, y, 0.24)], 0.014, cable, 8), "stem")
    # small lights wound through bushes and trees
    tiny = [geo.ball("tiny", 0.011, tone, 2) for tone in tones]
    for centre, size, count in [((-3.6, 7.5, 0.5), (1.7, 1.0, 0.9), 70), ((3.4, 6.0, 0.4), (1.4, 0.9, 0.8), 60), ((3.9, 7.2, 3.1), (1.6, 1.5, 1.2), 70), ((-5.6, 10.5, 3.9), (2.0, 1.8, 1.6), 80), ((6.5, 11, 0.9), (2.6, 1.3, 1.3), 60)]:
        for k in range(count):
            h = rng.uniform(-0.9, 0.95)
            a = k * 0.7 + rng.uniform(-0.2, 0.2)
            r = math.sqrt(1 - h * h) * 1.05
            p = Vector(centre) + Vector((r * math.cos(a) * size[0], -abs(r * math.sin(a)) * size[1], h * size[2]))
            if p.z > 0.05:
                geo.link_lamp(rng.choice(tiny), "tiny", p, scale=rng.uniform(0.8, 1.25))
    for p, watts in [((-2.4, 5.6, 1.6), 70), ((2.4, 4.8, 1.9), 70), ((-1.5, 13.0, 3.2), 420)]:
        stage.point_lamp(p, watts, 0.3, (1.0, 0.58, 0.24)).visible_glossy = False
