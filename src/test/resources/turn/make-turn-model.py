"""Makes melody.onnx, with the tensors of Smart Turn v3, and heard.f32, what Whisper hears of a recording.

melody.onnx takes a turn whose last quarter of a second is low for finished and one that is high for unfinished.
heard.f32 has every 20th of 800 frames, 80 bands each, little-endian, by numpy's own Fourier transform:
a second implementation of what the program does. Needs numpy and onnx; run it in this folder.
"""

import wave

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

RATE, WINDOW, HOP, BANDS, SAMPLES = 16000, 400, 160, 80, 128000


def filters():
    mels = np.linspace(0, 15 + np.log(8) * 27 / np.log(6.4), BANDS + 2)
    hertz = np.where(mels < 15, mels * 200 / 3, 1000 * np.exp(np.log(6.4) / 27 * (mels - 15)))
    bins = np.arange(WINDOW // 2 + 1) * RATE / WINDOW
    rows = [
        np.interp(bins, hertz[i : i + 3], [0, 2 / (hertz[i + 2] - hertz[i]), 0], left=0, right=0) for i in range(BANDS)
    ]
    return np.array(rows)


def heard(sound):
    sound = np.pad(sound[-SAMPLES:], (max(0, SAMPLES - len(sound)), 0))
    sound = (sound - sound.mean()) / np.sqrt(sound.var() + 1e-7)
    around = np.pad(sound, WINDOW // 2, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(around, WINDOW)[: SAMPLES : HOP]
    power = np.abs(np.fft.rfft(windows * np.hanning(WINDOW + 1)[:-1])) ** 2
    logs = np.log10(np.maximum(filters() @ power.T, 1e-10))
    return (np.maximum(logs, logs.max() - 8) + 4) / 4


def recording(name):
    with wave.open(name) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768.0


def melody():
    weights = np.concatenate([np.full((20, 1), 1 / 20), np.full((BANDS - 20, 1), -1 / (BANDS - 20))])
    constant = lambda name, value: numpy_helper.from_array(np.array(value), name)
    constants = [
        constant("from", np.array([-50], np.int64)),
        constant("to", np.array([-25], np.int64)),
        constant("axis", np.array([2], np.int64)),
        constant("weights", (12 * weights).astype(np.float32)),
    ]
    nodes = [
        helper.make_node("Slice", ["input_features", "from", "to", "axis"], ["last"]),
        helper.make_node("ReduceMean", ["last"], ["mean"], axes=[2], keepdims=0),
        helper.make_node("MatMul", ["mean", "weights"], ["lowness"]),
        helper.make_node("Sigmoid", ["lowness"], ["logits"]),
    ]
    shape = lambda name, dimensions: helper.make_tensor_value_info(name, TensorProto.FLOAT, dimensions)
    graph = helper.make_graph(
        nodes, "melody", [shape("input_features", ["batch", BANDS, 800])], [shape("logits", ["batch", 1])], constants
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(model)
    save(model, "melody.onnx")


melody()
heard(recording("../speech/three-daughters.wav"))[:, ::20].T.astype("<f4").tofile("heard.f32")
