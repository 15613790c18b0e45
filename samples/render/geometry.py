"""Meshes made from numbers alone: lathes, tubes, sheets, leaves, and cheap instances of them. Lengths in metres."""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector


def link(mesh, name, location=(0, 0, 0), rotation=(0, 0, 0), scale=1.0):
    """Places a mesh (shared, not copied) in the scene."""
    thing = bpy.data.objects.new(name, mesh)
    thing.location = location
    thing.rotation_euler = rotation
    thing.scale = (scale, scale, scale) if isinstance(scale, (int, float)) else scale
    bpy.context.collection.objects.link(thing)
    return thing


def link_lamp(mesh, name, location=(0, 0, 0), rotation=(0, 0, 0), scale=1.0):
    """Places a glowing mesh that the camera and mirrors see but that lights nothing: hidden lamps do that without noise."""
    thing = link(mesh, name, location, rotation, scale)
    thing.visible_diffuse = thing.visible_shadow = thing.visible_transmission = False
    return thing


def mesh_from(name, vertices, faces, material=None, smooth=True, auto_smooth=math.radians(38)):
    """A mesh of plain vertex and face lists; edges sharper than auto_smooth stay hard."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(v) for v in vertices], [], faces)
    mesh.update()
    mesh.polygons.foreach_set("use_smooth", [smooth] * len(mesh.polygons))
    mesh.use_auto_smooth = smooth
    mesh.auto_smooth_angle = auto_smooth
    if material is not None:
        mesh.materials.append(material)
    return mesh


def merge(name, parts):
    """One mesh of several (mesh, matrix) parts; every part keeps its own material."""
    whole = bmesh.new()
    materials = []
    for mesh, matrix in parts:
        part = bmesh.new()
        part.from_mesh(mesh)
        part.transform(matrix)
        copy = bpy.data.meshes.new("part")
        part.to_mesh(copy)
        part.free()
        slots = []
        for material in mesh.materials:
            if material not in materials:
                materials.append(material)
            slots.append(materials.index(material))
        first = len(whole.faces)
        whole.from_mesh(copy)
        whole.faces.ensure_lookup_table()
        for face in whole.faces[first:]:
            face.material_index = slots[face.material_index] if slots else 0
        bpy.data.meshes.remove(copy)
    result = bpy.data.meshes.new(name)
    whole.to_mesh(result)
    whole.free()
    result.use_auto_smooth = True
    result.auto_smooth_angle = math.radians(38)
    for material in materials:
        result.materials.append(material)
    return result


def spline(points, steps):
    """Catmull-Rom curve through the points, with `steps` samples a span."""
    points = [Vector(p) for p in points]
    padded = [2 * points[0] - points[1]] + points + [2 * points[-1] - points[-2]]
    curve = []
    for i in range(1, len(padded) - 2):
        a, b, c, d = padded[i - 1:i + 3]
        for k in range(steps):
            t = k / steps
            curve.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3))
    curve.append(points[-1])
    return curve


def lathe(name, profile, material=None, segments=72, steps=1):
    """Turns a profile of (radius, height) about z. With steps > 1 the profile is smoothed; a None in it keeps a hard corner."""
    runs, run = [], []
    for point in profile:
        if point is None:
            runs.append(run)
            run = [run[-1]]
        else:
            run.append(point)
    runs.append(run)
    line = []
    for run in runs:
        curve = [(p.x, p.y) for p in spline([(r, z, 0) for r, z in run], steps)] if steps > 1 and len(run) > 2 else run
        line += curve if not line else curve[1:]
    vertices, faces, rings = [], [], []
    for radius, height in line:
        if radius < 1e-6:
            rings.append([len(vertices)])
            vertices.append((0, 0, height))
        else:
            rings.append(list(range(len(vertices), len(vertices) + segments)))
            for s in range(segments):
                angle = 2 * math.pi * s / segments
                vertices.append((radius * math.cos(angle), radius * math.sin(angle), height))
    for lower, upper in zip(rings, rings[1:]):
        for s in range(segments):
            n = (s + 1) % segments
            if len(lower) == 1 and len(upper) == 1:
                continue
            if len(lower) == 1:
                faces.append((lower[0], upper[n], upper[s]))
            elif len(upper) == 1:
                faces.append((lower[s], lower[n], upper[0]))
            else:
                faces.append((lower[s], lower[n], upper[n], upper[s]))
    return mesh_from(name, vertices, faces, material)


def tube(name, points, radius, material=None, sides=10):
    """A closed round rod along points; radius is one number or one for each point."""
    points = [Vector(p) for p in points]
    radii = radius if isinstance(radius, (list, tuple)) else [radius] * len(points)
    vertices, faces = [], []
    side = None
    for i, p in enumerate(points):
        along = (points[min(i + 1, len(points) - 1)] - points[max(i - 1, 0)]).normalized()
        if side is None:
            side = along.orthogonal().normalized()
        side = (side - along * side.dot(along)).normalized()
        up = along.cross(side)
        for s in range(sides):
            angle = 2 * math.pi * s / sides
            vertices.append(p + (side * math.cos(angle) + up * math.sin(angle)) * radii[i])
    for i in range(len(points) - 1):
        for s in range(sides):
            n = (s + 1) % sides
            faces.append((i * sides + s, i * sides + n, (i + 1) * sides + n, (i + 1) * sides + s))
    faces.append(tuple(reversed(range(sides))))
    faces.append(tuple(range((len(points) - 1) * sides, len(points) * sides)))
    return mesh_from(name, vertices, faces, material)


def ring(name, major, minor, material=None, segments=48, sides=12):
    """A torus in the xy plane."""
    vertices, faces = [], []
    for i in range(segments):
        a = 2 * math.pi * i / segments
        for j in range(sides):
            b = 2 * math.pi * j / sides
            r = major + minor * math.cos(b)
            vertices.append((r * math.cos(a), r * math.sin(a), minor * math.sin(b)))
    for i in range(segments):
        for j in range(sides):
            n, m = (i + 1) % segments, (j + 1) % sides
            faces.append((i * sides + j, n * sides + j, n * sides + m, i * sides + m))
    return mesh_from(name, vertices, faces, material)


def box(name, size, material=None, bevel=0.0, segments=2):
    """A box centred on the origin, edges rounded by bevel."""
    shape = bmesh.new()
    bmesh.ops.create_cube(shape, size=1.0, matrix=Matrix.Diagonal((*size, 1.0)))
    if bevel > 0:
        bmesh.ops.bevel(shape, geom=shape.edges[:], offset=bevel, segments=segments, profile=0.5, affect="EDGES")
    mesh = bpy.data.meshes.new(name)
    shape.to_mesh(mesh)
    shape.free()
    # Only the rounded edges are smooth: smooth flat sides would bulge like a lens in reflections.
    mesh.polygons.foreach_set("use_smooth", [max(map(abs, face.normal)) < 0.9999 for face in mesh.polygons])
    mesh.use_auto_smooth = True
    mesh.auto_smooth_angle = math.radians(50)
    if material is not None:
        mesh.materials.append(material)
    return mesh


def ball(name, radius, material=None, subdivisions=4, wobble=None):
    """A geodesic sphere; wobble(unit direction) scales the radius there."""
    shape = bmesh.new()
    bmesh.ops.create_icosphere(shape, subdivisions=subdivisions, radius=1.0)
    for vertex in shape.verts:
        direction = vertex.co.normalized()
        vertex.co = direction * radius * (wobble(direction) if wobble else 1.0)
    mesh = bpy.data.meshes.new(name)
    shape.to_mesh(mesh)
    shape.free()
    mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
    if material is not None:
        mesh.materials.append(material)
    return mesh


def sheet(name, height, x_range, y_range, columns, rows, material=None):
    """A height field z = height(x, y)."""
    vertices, faces = [], []
    for j in range(rows + 1):
        y = y_range[0] + (y_range[1] - y_range[0]) * j / rows
        for i in range(columns + 1):
            x = x_range[0] + (x_range[1] - x_range[0]) * i / columns
            vertices.append((x, y, height(x, y)))
    for j in range(rows):
        for i in range(columns):
            k = j * (columns + 1) + i
            faces.append((k, k + 1, k + columns + 2, k + columns + 1))
    return mesh_from(name, vertices, faces, material, auto_smooth=math.pi)


def leaf(name, length, width, material=None, curl=0.25, fold=0.2, rows=8, shape=0.8):
    """A leaf along +y: width follows sin, tip bends down by curl, halves folded up along the midrib."""
    vertices, faces = [], []
    for i in range(rows + 1):
        t = i / rows
        half = 0.5 * width * math.sin(math.pi * t ** shape) if 0 < t < 1 else 0.0005
        bend = -curl * length * t * t
        y = length * (t - 0.15 * abs(curl) * t * t)
        for s in (-1.0, -0.5, 0.0, 0.5, 1.0):
            vertices.append((s * half, y, bend + fold * half * abs(s)))
    for i in range(rows):
        for j in range(4):
            k = i * 5 + j
            faces.append((k, k + 1, k + 6, k + 5))
    return mesh_from(name, vertices, faces, material, auto_smooth=math.pi)


def outline(name, points, thickness, material=None, steps=6):
    """A closed outline in the xz plane, smoothed and given a thickness along y, with sharp edges (melt rounds them)."""
    loop = [Vector((x, 0, z)) for x, z in points]
    smooth = spline(loop + [loop[0]], steps)[:-1]
    count = len(smooth)
    vertices = [p + Vector((0, s * thickness / 2, 0)) for s in (-1, 1) for p in smooth]
    faces = [tuple(range(count)), tuple(reversed(range(count, 2 * count)))]
    faces += [(k, count + k, count + (k + 1) % count, (k + 1) % count) for k in range(count)]
    return mesh_from(name, vertices, faces, material, False)


def melt(mesh, voxel, rounds, material):
    """Fuses the parts of a mesh into one skin on a voxel grid and smooths it, as if carved from one piece."""
    thing = link(mesh, "melt")
    remesh = thing.modifiers.new("remesh", "REMESH")
    remesh.mode, remesh.voxel_size = "VOXEL", voxel
    smooth = thing.modifiers.new("smooth", "SMOOTH")
    smooth.factor, smooth.iterations = 0.5, rounds
    bpy.context.view_layer.update()
    fused = bpy.data.meshes.new_from_object(thing.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    bpy.data.objects.remove(thing)
    fused.materials.clear()
    fused.materials.append(material)
    fused.polygons.foreach_set("use_smooth", [True] * len(fused.polygons))
    return fused


def place(location=(0, 0, 0), rotation=(0, 0, 0), scale=1.0):
    """The matrix of a part in merge()."""
    size = Matrix.Diagonal((scale, scale, scale, 1)) if isinstance(scale, (int, float)) else Matrix.Diagonal((*scale, 1))
    turn = Matrix.Rotation(rotation[2], 4, "Z") @ Matrix.Rotation(rotation[1], 4, "Y") @ Matrix.Rotation(rotation[0], 4, "X")
    return Matrix.Translation(location) @ turn @ size
