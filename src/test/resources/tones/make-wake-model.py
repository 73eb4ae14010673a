"""A streaming transducer made by hand, for the real keyword spotter: eight tones are the tokens of a wake word model."""
import math
import numpy as np
import onnx
from onnx import TensorProto as T, helper as h, numpy_helper as nh

TOKENS = ["HH", "EY1", "V", "OY1", "x", "iǎo", "zh", "ù"]
FREQUENCIES = [440, 620, 850, 1150, 1550, 2100, 2900, 4000]
V = len(TOKENS) + 1  # the blank comes first
CHUNK, SUBSAMPLING = 32, 4
info = h.make_tensor_value_info


def mel(f):
    return 1127 * math.log(1 + f / 700)


def save(name, nodes, inputs, outputs, initializers, **metadata):
    graph = h.make_graph(nodes, name, inputs, outputs, initializers)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 13)], ir_version=8)
    for key, value in metadata.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, str(value)
    onnx.checker.check_model(model)
    onnx.save(model, name + ".onnx")


# The encoder says for each frame how much of each tone is in it.
step = (mel(7600) - mel(20)) / 81
w = np.full((V, 80), -1 / 80, np.float32)
for i, f in enumerate(FREQUENCIES):
    k = round((mel(f) - mel(20)) / step - 1)
    w[i + 1, k - 1 : k + 2] += 1 / 3
w *= 3
w[0] = 0
b = np.zeros(V, np.float32)
b[0] = 25
c = lambda name, a: nh.from_array(np.asarray(a), name)
save(
    "wake-encoder",
    [
        h.make_node("Transpose", ["x"], ["xt"], perm=[0, 2, 1]),
        h.make_node("AveragePool", ["xt"], ["p"], kernel_shape=[4], strides=[4]),
        h.make_node("Conv", ["p", "w", "b"], ["l"], kernel_shape=[1]),
        h.make_node("Transpose", ["l"], ["encoder_out"], perm=[0, 2, 1]),
        h.make_node("Identity", ["h"], ["next_h"]),
        h.make_node("Identity", ["c"], ["next_c"]),
    ],
    [info("x", T.FLOAT, ["N", CHUNK, 80]), info("h", T.FLOAT, [1, "N", 1]), info("c", T.FLOAT, [1, "N", 1])],
    [
        info("encoder_out", T.FLOAT, ["N", CHUNK // SUBSAMPLING, V]),
        info("next_h", T.FLOAT, [1, "N", 1]),
        info("next_c", T.FLOAT, [1, "N", 1]),
    ],
    [c("w", w.reshape(V, 80, 1)), c("b", b)],
    model_type="lstm",
    num_encoder_layers=1,
    T=CHUNK,
    decode_chunk_len=CHUNK,
    rnn_hidden_size=1,
    d_model=1,
)
# The decoder forbids the last token, so that a tone that goes on is one token.
forbid = -1000 * np.eye(V, dtype=np.float32)
forbid[0] = 0
save(
    "wake-decoder",
    [
        h.make_node("Gather", ["y", "last"], ["token"], axis=1),
        h.make_node("Cast", ["token"], ["number"], to=T.FLOAT),
        h.make_node("Relu", ["number"], ["known"]),  # -1 before the first
        h.make_node("Cast", ["known"], ["index"], to=T.INT64),
        h.make_node("Gather", ["forbid", "index"], ["decoder_out"], axis=0),
    ],
    [info("y", T.INT64, ["N", 2])],
    [info("decoder_out", T.FLOAT, ["N", V])],
    [c("last", np.int64(1)), c("forbid", forbid)],
    context_size=2,
    vocab_size=V,
)
save(
    "wake-joiner",
    [h.make_node("Add", ["encoder_out", "decoder_out"], ["logit"])],
    [info("encoder_out", T.FLOAT, ["N", V]), info("decoder_out", T.FLOAT, ["N", V])],
    [info("logit", T.FLOAT, ["N", V])],
    [],
    joiner_dim=V,
)
with open("wake-tokens.txt", "w", encoding="utf-8") as out:
    out.write("".join(f"{token} {i}\n" for i, token in enumerate(["<blk>"] + TOKENS)))
