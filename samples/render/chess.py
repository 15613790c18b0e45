"""A game of chess on a side table in a study: rows of turned pieces that recede to a lamp and a wall of books."""
import math
import random

from mathutils import Vector, noise

import geometry as geo
import materials as mat
import stage

SQUARE = 0.055
BOARD_TOP = 0.022


def build():
    rng = random.Random(5)
    stage.camera((-0.20, -0.47, 0.160), (0.035, 0.12, 0.078))
    stage.gradient_sky([(0.0, (0.5, 0.5, 0.55)), (1.0, (0.7, 0.8, 1.0))], 0.10)
    _table()
    _board()
    _game(rng)
    _study(rng)
    stage.area_lamp((-1.25, 0.25, 0.95), (0, 0.15, 0.0), 26, 0.75, (0.86, 0.93, 1.0))
    stage.area_lamp((1.0, 1.0, 0.9), (0.0, 0.1, 0.0), 7, 0.35, (1.0, 0.72, 0.42))
    return dict(title="A game of chess", focal_length_mm=40, subject_distance_m=0.55, samples=48, draft_samples=16,
                view_transform="Filmic", look="Medium High Contrast", exposure=0.3, bounces=4)


def _table():
    top = mat.wood("tabletop", (0.045, 0.018, 0.008), (0.20, 0.085, 0.036), 5.0, "X", 0.3, 0.35, 0.0003)
    geo.link(geo.box("tabletop", (2.4, 1.5, 0.04), top, 0.006), "tabletop", (0, 0.42, -0.02))


def _board():
    dark = mat.wood("walnut", (0.035, 0.015, 0.007), (0.13, 0.060, 0.028), 22.0, "Y", 0.28, 0.5, 0.00012)
    light = mat.wood("maple", (0.46, 0.30, 0.15), (0.72, 0.53, 0.31), 22.0, "Y", 0.28, 0.5, 0.00012, 0.6)
    frame = mat.wood("frame", (0.030, 0.011, 0.006), (0.12, 0.045, 0.020), 14.0, "X", 0.25, 0.6, 0.00015)
    side = mat.wood("frame side", (0.030, 0.011, 0.006), (0.12, 0.045, 0.020), 14.0, "Y", 0.25, 0.6, 0.00015)
    for file in range(8):
        for rank in range(8):
            tile = geo.box("square", (SQUARE - 0.0002, SQUARE - 0.0002, 0.006), light if (file + rank) % 2 else dark, 0.0003, 1)
            geo.link(tile, "square", (*_at(file, rank), BOARD_TOP - 0.003))
    half, rim = 4 * SQUARE, 0.030
    geo.link(geo.box("inlay", (2 * half + 0.006, 2 * half + 0.006, 0.012), mat.plain("inlay", (0.55, 0.40, 0.22), 0.3)), "inlay", (0, _at(0, 3)[1] + SQUARE / 2, BOARD_TOP - 0.0065))
    middle = _at(0, 3)[1] + SQUARE / 2
    for s in (-1, 1):
        geo.link(geo.box("frame", (2 * half + 2 * rim + 0.006, rim, BOARD_TOP + 0.001), frame, 0.003), "frame", (0, middle + s * (half + 0.003 + rim / 2), (BOARD_TOP + 0.001) / 2))
        geo.link(geo.box("frame", (rim, 2 * half + 0.006, BOARD_TOP + 0.0005), side, 0.003), "frame", (s * (half + 0.003 + rim / 2), middle, (BOARD_TOP + 0.0005) / 2))


def _at(file, rank):
    """Centre of a square; rank 0 is nearest."""
    return (file - 3.5) * SQUARE, rank * SQUARE - 0.145


def _foot(r):
    """The turned foot that all pieces share, for a foot radius r."""
    return [(0, 0), (r, 0), None, (r, 0.003), (r * 0.99, 0.0055), (r * 0.93, 0.0075), None, (r * 0.86, 0.0085), None, (r * 0.88, 0.010), (r * 0.84, 0.0125), (r * 0.70, 0.0155), (r * 0.62, 0.0165), None,
            (r * 0.64, 0.018), (r * 0.62, 0.0195), None]


def _collar(r, z):
    return [None, (r * 1.45, z), (r * 1.62, z + 0.0014), (r * 1.45, z + 0.0028), None, (r * 1.15, z + 0.0032), (r * 1.28, z + 0.0044), (r * 1.1, z + 0.0056), None]


def _pieces(material):
    """Meshes of the six kinds of one colour, standing on z = 0."""
    pawn = geo.lathe("pawn", _foot(0.0145) + [(0.0078, 0.0225), (0.0056, 0.029), (0.0050, 0.0335)] + _collar(0.0056, 0.0335) + [(0.0052, 0.0395), (0.0082, 0.0425), (0.0096, 0.0475), (0.0085, 0.0530), (0.0048, 0.0565), (0, 0.0575)], material, 72, 6)
    rook = geo.lathe("rook", _foot(0.0170) + [(0.0098, 0.024), (0.0083, 0.034), (0.0082, 0.041)] + _collar(0.0074, 0.041) + [(0.0088, 0.048), (0.0115, 0.051), (0.0120, 0.0525), None, (0.0120, 0.058), None, (0.0085, 0.058), None, (0.0085, 0.0545), None, (0, 0.0545)], material, 72, 5)
    crown = [(rook, geo.place())]
    for k in range(6):
        a = k * math.pi / 3
        crown.append((geo.box("merlon", (0.0036, 0.0072, 0.0055), material, 0.0006), geo.place((0.01025 * math.cos(a), 0.01025 * math.sin(a), 0.0600), (0, 0, a))))
    rook = geo.merge("rook", crown)
    bishop_body = geo.lathe("bishop", _foot(0.0160) + [(0.0082, 0.024), (0.0058, 0.036), (0.0050, 0.046)] + _collar(0.0056, 0.046) + [(0.0050, 0.0525), (0.0082, 0.0565), (0.0090, 0.0620), (0.0068, 0.0695), (0.0030, 0.0755), (0.0022, 0.0768), (0.0031, 0.0790), (0.0022, 0.0812), (0, 0.0818)], material, 72, 6)
    slit = geo.box("slit", (0.020, 0.0008, 0.0085), mat.plain("slit", (0.012, 0.008, 0.006), 0.8))
    bishop = geo.merge("bishop", [(bishop_body, geo.place()), (slit, geo.place((0.0052, 0, 0.0668), (0, -0.9, 0), (0.35, 1, 1)))])
    queen_body = geo.lathe("queen", _foot(0.0180) + [(0.0094, 0.026), (0.0066, 0.042), (0.0056, 0.055)] + _collar(0.0062, 0.055) + [(0.0056, 0.0620), (0.0072, 0.070), (0.0108, 0.0780), (0.0112, 0.0790), None, (0.0095, 0.0795), (0.0080, 0.0790), (0.0068, 0.0820), (0.0030, 0.0845), (0.0026, 0.0855), (0.0036, 0.0882), (0.0026, 0.0908), (0, 0.0914)], material, 72, 6)
    points = [(queen_body, geo.place())]
    for k in range(9):
        a = k * 2 * math.pi / 9
        points.append((geo.ball("pearl", 0.0019, material, 3), geo.place((0.0102 * math.cos(a), 0.0102 * math.sin(a), 0.0800))))
    queen = geo.merge("queen", points)
    king_body = geo.lathe("king", _foot(0.0190) + [(0.0100, 0.027), (0.0070, 0.045), (0.0060, 0.060)] + _collar(0.0066, 0.060) + [(0.0062, 0.0672), (0.0078, 0.0750), (0.0110, 0.0830), (0.0113, 0.0845), None, (0.0098, 0.0862), (0.0060, 0.0888), (0.0030, 0.0900), (0, 0.0902)], material, 72, 6)
    king = geo.merge("king", [(king_body, geo.place()), (geo.box("cross", (0.0030, 0.0026, 0.0125), material, 0.0006), geo.place((0, 0, 0.0955))), (geo.box("cross", (0.0088, 0.0026, 0.0030), material, 0.0006), geo.place((0, 0, 0.0968)))])
    return dict(pawn=pawn, rook=rook, bishop=bishop, queen=queen, king=king, knight=_knight(material))


def _knight(material):
    base = geo.lathe("base", _foot(0.0165) + [(0.0112, 0.0215), (0.0098, 0.024), (0.0112, 0.0255), (0.0095, 0.0275), None, (0, 0.0275)], material, 72, 5)
    head = [(-0.0085, 0.026), (-0.0108, 0.036), (-0.0100, 0.047), (-0.0060, 0.0565), (-0.0012, 0.0610), (0.0010, 0.0665), (0.0032, 0.0615), (0.0075, 0.0565), (0.0110, 0.0490), (0.0150, 0.0425),
            (0.0142, 0.0385), (0.0112, 0.0372), (0.0080, 0.0395), (0.0042, 0.0412), (0.0022, 0.0402), (0.0048, 0.0350), (0.0084, 0.0305), (0.0088, 0.026)]
    mane = [(-0.0098, 0.026), (-0.0124, 0.040), (-0.0112, 0.050), (-0.0066, 0.0595), (-0.0030, 0.0610), (-0.0062, 0.0520), (-0.0075, 0.044), (-0.0072, 0.026)]
    carved = [(geo.outline("head", head, 0.0118, material), geo.place()), (geo.outline("mane", mane, 0.0042, material), geo.place())]
    dark = mat.plain("eye", (0.01, 0.008, 0.006), 0.25)
    details = [(base, geo.place())]
    for s in (-1, 1):
        carved.append((geo.ball("ear", 0.0022, material, 3), geo.place((0.0004, s * 0.0032, 0.0635), (s * 0.15, 0, 0), (0.9, 0.7, 2.0))))
        carved.append((geo.ball("cheek", 0.0058, material, 4), geo.place((0.0036, s * 0.0030, 0.0465), (0, 0.5, 0), (1.15, 0.62, 1.0))))
        details.append((geo.ball("eye", 0.0011, dark, 3), geo.place((0.0062, s * 0.0056, 0.0535), (0, 0, 0), (1.1, 0.6, 1.0))))
        details.append((geo.ball("nostril", 0.0008, dark, 2), geo.place((0.0132, s * 0.0044, 0.0414))))
    return geo.merge("knight", details + [(geo.melt(geo.merge("carved", carved), 0.0004, 9, material), geo.place())])


def _game(rng):
    white = _pieces(mat.wood("boxwood", (0.50, 0.30, 0.12), (0.78, 0.56, 0.30), 26.0, "Z", 0.27, 0.6, 0.00008, 0.5))
    black = _pieces(mat.wood("ebony", (0.012, 0.006, 0.004), (0.055, 0.022, 0.012), 26.0, "Z", 0.24, 0.7, 0.00008))
    # White is near, as after 1 e4 e5 2 Nf3 Nc6 3 Bc4 Bc5 4 d3 Nf6, with the files seen from White's side.
    back = ["rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook"]
    board = {}
    for file in range(8):
        board[file, 0], board[file, 1] = (white, back[file]), (white, "pawn")
        board[file, 7], board[file, 6] = (black, back[file]), (black, "pawn")
    for start, end in [((4, 1), (4, 3)), ((4, 6), (4, 4)), ((6, 0), (5, 2)), ((1, 7), (2, 5)), ((5, 0), (2, 3)), ((5, 7), (2, 4)), ((3, 1), (3, 2)), ((6, 7), (5, 5)), ((0, 1), (0, 2))]:
        board[end] = board.pop(start)
    for (file, rank), (side, kind) in board.items():
        x, y = _at(file, rank)
        turn = rng.uniform(0, 6.28) if kind != "knight" else (0.55 if side is white else -2.95) + rng.uniform(-0.12, 0.12)
        if kind == "king":
            turn = rng.uniform(-0.3, 0.3)
        geo.link(side[kind], kind, (x + rng.uniform(-0.004, 0.004), y + rng.uniform(-0.004, 0.004), BOARD_TOP), (0, 0, turn))
    # two pieces already off the board, beside it
    geo.link(black["pawn"], "taken", (0.285, 0.02, 0), (0, 0, 1))
    geo.link(white["pawn"], "taken", (-0.275, 0.33, 0.0145), (math.pi / 2 - 0.07, 0, 0.9))


def _study(rng):
    back = 1.55
    wall = mat.mottled("wall", (0.030, 0.050, 0.047), (0.040, 0.066, 0.060), 3, 0.9)
    geo.link(geo.box("wall", (6, 0.05, 3), wall), "wall", (0, back + 0.33, 0.6))
    oak = mat.wood("oak", (0.055, 0.024, 0.010), (0.19, 0.090, 0.040), 4.0, "X", 0.5, 0.0, 0.0006)
    upright = mat.wood("upright", (0.055, 0.024, 0.010), (0.19, 0.090, 0.040), 4.0, "Z", 0.5, 0.0, 0.0006)
    geo.link(geo.box("shelf back", (3.5, 0.015, 1.9), oak), "shelf back", (0.44, back + 0.29, 0.25))
    shelves = [-0.34, 0.02, 0.37, 0.74]
    for z in shelves:
        geo.link(geo.box("shelf", (3.5, 0.30, 0.024), oak, 0.002), "shelf", (0.44, back + 0.14, z))
    uprights = [-1.3, -0.43, 0.44, 1.31, 2.18]
    for x in uprights:
        geo.link(geo.box("upright", (0.028, 0.31, 1.9), upright, 0.002), "upright", (x, back + 0.135, 0.25))
    covers = []
    for colour in [(0.22, 0.022, 0.018), (0.026, 0.065, 0.12), (0.03, 0.085, 0.045), (0.28, 0.14, 0.05), (0.42, 0.34, 0.22), (0.07, 0.022, 0.05), (0.10, 0.05, 0.025), (0.035, 0.10, 0.105), (0.36, 0.20, 0.045), (0.05, 0.05, 0.055)]:
        covers.append(mat.mottled("cover", tuple(c * 0.75 for c in colour), colour, 30, 0.55, 0.0005, vary=0.3))
    gold = mat.plain("gold", (0.70, 0.45, 0.14), 0.32, 0.9)
    paper = mat.mottled("paper", (0.50, 0.43, 0.32), (0.60, 0.53, 0.41), 120, 0.9)
    for z in shelves[:-1]:
        for left, right in zip(uprights, uprights[1:]):
            x = left + 0.02
            lean = 0.0
            while x < right - 0.065:
                if rng.random() < 0.04:
                    x += rng.uniform(0.02, 0.06)
                thick, tall, deep = rng.uniform(0.018, 0.048), rng.uniform(0.20, 0.30), rng.uniform(0.16, 0.20)
                cover = rng.choice(covers)
                geo.link(geo.box("book", (thick, deep, tall), cover, min(0.006, thick * 0.2), 3), "book", (x + thick / 2, back + deep / 2 + 0.02, z + 0.012 + tall / 2), (0, lean, 0))
                if rng.random() < 0.65:
                    for h in rng.sample([0.12, 0.16, 0.24, 0.70, 0.78, 0.86, 0.9], rng.choice((2, 3))):
                        geo.link(geo.box("band", (thick * 0.96, 0.004, 0.0035), gold), "band", (x + thick / 2, back + 0.0195, z + 0.012 + tall * h))
                if rng.random() < 0.3:
                    geo.link(geo.box("label", (thick * 0.8, 0.003, tall * 0.16), paper), "label", (x + thick / 2, back + 0.0195, z + 0.012 + tall * 0.55))
                x += thick + 0.0012
    _lamp((0.42, 0.98, 0.0))
    _pot((-0.52, 0.88, 0.0), rng)


def _lamp(where):
    brass = mat.mottled("brass", (0.42, 0.25, 0.075), (0.55, 0.34, 0.11), 25, 0.22, 0.0, 1.0)
    base = geo.lathe("lamp", [(0, 0), (0.075, 0), None, (0.075, 0.008), (0.070, 0.013), (0.040, 0.020), (0.018, 0.034), (0.012, 0.055), (0.014, 0.085), (0.030, 0.115), (0.037, 0.145), (0.028, 0.18), (0.012, 0.20), (0.009, 0.22), (0.009, 0.25), (0, 0.25)], brass, 72, 6)
    geo.link(base, "lamp", where)
    g = mat.Graph("shade")
    height = g.add("SeparateXYZ", {0: g.coordinates()}).outputs[2]
    weave = g.noise(g.coordinates((200, 200, 30)), 1.0, 2.0)
    lit = g.ramp(g.math("ADD", g.math("MULTIPLY", height, 5.5), g.math("MULTIPLY", weave, 0.12)), [(0.0, (1.0, 0.56, 0.22)), (0.5, (0.95, 0.46, 0.15)), (1.0, (0.62, 0.24, 0.065))])
    shade = g.surface(g.add("Emission", {"Color": lit, "Strength": 1.7}).outputs[0])
    shade.cycles.sample_as_light = False
    x, y, z = where
    geo.link_lamp(geo.lathe("shade", [(0.135, 0), (0.085, 0.17)], shade, 72), "shade", (x, y, z + 0.20))
    trim = mat.plain("trim", (0.18, 0.09, 0.04), 0.7)
    geo.link(geo.ring("trim", 0.1352, 0.0022, trim, 72), "trim", (x, y, z + 0.20))
    geo.link(geo.ring("trim", 0.0852, 0.0022, trim, 72), "trim", (x, y, z + 0.37))
    stage.point_lamp((x, y, z + 0.30), 9, 0.05, (1.0, 0.58, 0.25)).visible_glossy = False


def _pot(where, rng):
    clay = mat.mottled("clay", (0.30, 0.30, 0.28), (0.42, 0.41, 0.38), 12, 0.4, 0.001)
    geo.link(geo.lathe("pot", [(0, 0), (0.055, 0), (0.066, 0.02), (0.078, 0.08), (0.076, 0.115), (0.08, 0.125), (0.074, 0.125), (0.07, 0.105), (0, 0.10)], clay, 72, 5), "pot", where)
    green = mat.foliage("pot leaves", (0.018, 0.07, 0.02), (0.06, 0.17, 0.045), 0.3, 18)
    shapes = [geo.leaf("blade", 0.17, 0.040, green, c, 0.22, 12, 0.9) for c in (0.15, 0.4, 0.7)]
    x, y, z = where
    for k in range(46):
        a = k * 2.4
        geo.link(rng.choice(shapes), "blade", (x + 0.02 * math.cos(a), y + 0.02 * math.sin(a), z + 0.11 + 0.001 * k), (1.35 - 0.018 * k + rng.uniform(-0.15, 0.15), rng.uniform(-0.25, 0.25), a), rng.uniform(0.7, 1.25))
