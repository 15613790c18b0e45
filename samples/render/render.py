"""Renders the sample pictures: blender -b --factory-startup --python samples/render/render.py -- [SCENE ...] [--draft]

Without a scene name all are rendered. Needs Blender 3.4 with numpy and Pillow, and exiftool. --draft writes small noisy pictures to samples/draft instead.
"""
import json
import os
import struct
import subprocess
import sys
import tempfile
import time
import zlib

import numpy

numpy.bool = bool  # Blender 3.4's own add-ons use a name that numpy 1.24 dropped
import bpy
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import chess
import denoise
import lantern
import meadow

SCENES = {"lantern": lantern, "meadow": meadow, "chess": chess}
WIDTH, HEIGHT = 1632, 1088
SENSOR_WIDTH_MM = 36.0
COLOUR_PASSES = [lobe + kind for lobe in ("Diff", "Gloss", "Trans") for kind in ("Dir", "Ind", "Col")] + ["Emit", "Env", "Normal", "Depth"]
SKY_DISTANCE = 1e6  # metres; Cycles writes 1e10 where a ray meets nothing


def prepare(description, width, height, threads):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = width, height, 100
    scene.render.threads_mode, scene.render.threads = "FIXED", threads
    cycles = scene.cycles
    cycles.device, cycles.use_denoising, cycles.use_adaptive_sampling = "CPU", False, True
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces, cycles.transmission_bounces = description["bounces"], 2, 2, 2
    cycles.adaptive_threshold, cycles.adaptive_min_samples = 0.01, 12
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.sample_clamp_direct = 2.0, 0.0
    scene.view_settings.view_transform = description["view_transform"]
    scene.view_settings.look = description["look"]
    scene.view_settings.exposure = description["exposure"]
    layer = scene.view_layers[0]
    layer.use_pass_z = layer.use_pass_normal = layer.use_pass_emit = layer.use_pass_environment = True
    for lobe in ("diffuse", "glossy", "transmission"):
        for kind in ("direct", "indirect", "color"):
            setattr(layer, f"use_pass_{lobe}_{kind}", True)
    camera = scene.camera.data
    camera.sensor_width, camera.lens = SENSOR_WIDTH_MM, description["focal_length_mm"]
    camera.clip_start, camera.clip_end = 0.01, 2e4
    camera.dof.use_dof = False
    return scene


def render_passes(scene, folder, names):
    """Renders once and returns the named passes, each H x W x 3, bottom row first as Blender keeps it."""
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    layers = tree.nodes.new("CompositorNodeRLayers")
    tree.links.new(layers.outputs["Image"], tree.nodes.new("CompositorNodeComposite").inputs[0])
    sink = tree.nodes.new("CompositorNodeOutputFile")
    sink.base_path = folder
    sink.format.file_format, sink.format.color_depth, sink.format.exr_codec = "OPEN_EXR", "32", "NONE"
    sink.file_slots.clear()
    for name in names:
        tree.links.new(layers.outputs[name], _slot(sink, name))
    bpy.ops.render.render()
    return {name: read_exr(os.path.join(folder, f"{name}_{scene.frame_current:04d}.exr")) for name in names}


def _slot(sink, name):
    sink.file_slots.new(name + "_")
    return sink.inputs[-1]


def read_exr(path):
    image = bpy.data.images.load(path)
    image.colorspace_settings.name = "Linear"
    width, height = image.size
    pixels = numpy.empty(width * height * 4, numpy.float32)
    image.pixels.foreach_get(pixels)
    bpy.data.images.remove(image)
    return pixels.reshape(height, width, 4)[..., :3].copy()


def colour(scene, folder, samples, seed):
    """The passes of one render; every sample falls within a pixel and a half, for smooth edges."""
    scene.cycles.samples, scene.cycles.seed = samples, seed
    scene.cycles.pixel_filter_type, scene.cycles.filter_width = "BLACKMAN_HARRIS", 1.5
    return render_passes(scene, folder, COLOUR_PASSES)


def depth(scene, folder):
    """Distance along the optical axis at each pixel's centre (metres): one sample, so nothing is averaged over an edge."""
    scene.cycles.samples, scene.cycles.seed = 1, 0
    scene.cycles.pixel_filter_type, scene.cycles.filter_width = "BOX", 0.01
    return render_passes(scene, folder, ["Depth"])["Depth"][..., 0]


def save_picture(scene, pixels, path):
    """Writes linear H x W x 3 pixels through the scene's view transform, dithered to 8 bits, as PNG or JPEG by the name's ending."""
    height, width = pixels.shape[:2]
    rgba = numpy.ones((height, width, 4), numpy.float32)
    rgba[..., :3] = pixels
    image = bpy.data.images.new("out", width, height, float_buffer=True)
    image.pixels.foreach_set(rgba.ravel())
    settings = scene.render.image_settings
    settings.file_format, settings.color_mode, settings.color_depth = "PNG", "RGB", "8"
    scene.render.dither_intensity = 1.0
    exact = os.path.splitext(path)[0] + ".png"
    image.save_render(exact, scene=scene)
    bpy.data.images.remove(image)
    if path != exact:
        # Blender's own JPEG halves the resolution of colour; Pillow can keep it.
        with Image.open(exact) as picture:
            picture.save(path, quality=95, subsampling=0, optimize=True)
        os.remove(exact)


def save_grey16(values, path):
    """Writes H x W values in [0, 1], bottom row first, as a 16-bit grey PNG, rounded to nearest and not touched otherwise."""
    rows = numpy.rint(values[::-1] * 65535).astype(">u2")
    height, width = rows.shape
    octets = rows.view(numpy.uint8).reshape(height, width * 2)
    filtered = numpy.zeros((height, width * 2 + 1), numpy.uint8)
    filtered[:, 0] = 1  # PNG filter "Sub": each byte less the one a pixel to the left
    filtered[:, 1:] = octets
    filtered[:, 3:] -= octets[:, :-2]

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 0, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(filtered.tobytes(), 9)) + chunk(b"IEND", b""))


def tag(path, description):
    subprocess.run(["exiftool", "-q", "-overwrite_original", "-n",
                    f"-FocalLength={description['focal_length_mm']}", f"-FocalLengthIn35mmFormat={description['focal_length_mm']}",
                    f"-SubjectDistance={description['subject_distance_m']}", f"-ImageDescription={description['title']}",
                    "-Copyright=CC0 1.0", "-Software=Blender " + bpy.app.version_string, path], check=True)


def main(arguments):
    draft = "--draft" in arguments
    threads = next((int(a.split("=")[1]) for a in arguments if a.startswith("--threads=")), 0) or os.cpu_count()
    out = os.path.join(os.path.dirname(HERE), "draft") if draft else os.path.dirname(HERE)
    scale = next((float(a.split("=")[1]) for a in arguments if a.startswith("--scale=")), 0.3) if draft else 1.0
    os.makedirs(out, exist_ok=True)
    for name in [a for a in arguments if not a.startswith("--")] or SCENES:
        started = time.time()
        bpy.ops.wm.read_factory_settings(use_empty=True)
        description = SCENES[name].build()
        scene = prepare(description, round(WIDTH * scale), round(HEIGHT * scale), threads)
        with tempfile.TemporaryDirectory() as folder:
            samples = description["draft_samples" if draft else "samples"]
            halves = [colour(scene, folder, samples // 2, seed) for seed in (1, 2)]
            print(f"{name}: rendered in {time.time() - started:.0f} s", flush=True)
            picture = denoise.denoise(*halves)
            print(f"{name}: denoised after {time.time() - started:.0f} s", flush=True)
            distance = depth(scene, folder)
        if draft:
            save_picture(scene, picture, os.path.join(out, name + ".png"))
        else:
            save_picture(scene, picture, os.path.join(out, name + ".jpg"))
            tag(os.path.join(out, name + ".jpg"), description)
        inverse = numpy.where(distance < SKY_DISTANCE, 1.0 / numpy.maximum(distance, 1e-3), 0.0)
        save_grey16(inverse / inverse.max(), os.path.join(out, name + ".depth.png"))
        record = {"picture": name + ".jpg", "depth": name + ".depth.png", "title": description["title"],
                  "inverse_metres_at_65535": float(f"{inverse.max():.7g}"), "inverse_metres_at_0": 0.0,
                  "focal_length_mm": description["focal_length_mm"], "sensor_width_mm": SENSOR_WIDTH_MM,
                  "subject_distance_m": description["subject_distance_m"],
                  "view_transform": description["view_transform"], "look": description["look"], "samples": description["samples"]}
        with open(os.path.join(out, name + ".json"), "w", encoding="utf-8") as file:
            json.dump(record, file, indent=2)
            file.write("\n")
        print(f"{name}: done in {time.time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--") + 1:] if "--" in sys.argv else [])
