# Makes utterances.onnx: a recognizer in SenseVoice's shape that knows the eight tones. Needs Debian's python3-onnx.
import math
import numpy as np
import onnx
from onnx import TensorProto as T, helper as h, numpy_helper as nh

words = ["▁hello", "▁world", "你", "好", "▁one", "▁two", "▁stop", "▁please"]
frequencies = [440, 620, 850, 1150, 1550, 2100, 2900, 4000]
marks = ["<|en|>", "<|NEUTRAL|>", "<|Speech|>", "<|withitn|>"]
tokens = words + marks + ["<blk>"]
V, D, BLANK = len(tokens), 80, len(tokens) - 1

mel = lambda f: 1127 * math.log(1 + f / 700)
step = (mel(8000) - mel(20)) / 81
weights = np.zeros((D, V), np.float32)
bias = np.full(V, -100, np.float32)
for i, frequency in enumerate(frequencies):
    bin = int(round((mel(frequency) - mel(20)) / step - 1))
    weights[:, i] = -1 / D
    weights[bin - 1 : bin + 2, i] += 1 / 3
    bias[i] = 0
weights *= 3
bias[BLANK] = 9
head = np.full((1, 4, V), -100, np.float32)  # language, emotion, event, normalization
for i in range(4):
    head[0, i, len(words) + i] = 10

c = lambda name, a: nh.from_array(a, name)
graph = h.make_graph(
    [
        h.make_node("Reshape", ["x", "frames"], ["f"]),
        h.make_node("ReduceMean", ["f"], ["m"], axes=[2], keepdims=0),
        h.make_node("MatMul", ["m", "w"], ["s"]),
        h.make_node("Add", ["s", "b"], ["l"]),
        h.make_node("Concat", ["head", "l"], ["logits"], axis=1),
    ],
    "utterances",
    [
        h.make_tensor_value_info("x", T.FLOAT, [1, "T", 7 * D]),
        h.make_tensor_value_info("x_length", T.INT32, [1]),
        h.make_tensor_value_info("language", T.INT32, [1]),
        h.make_tensor_value_info("text_norm", T.INT32, [1]),
    ],
    [h.make_tensor_value_info("logits", T.FLOAT, [1, "T4", V])],
    [c("frames", np.array([1, -1, 7, D], np.int64)), c("w", weights), c("b", bias), c("head", head)],
)
model = h.make_model(graph, opset_imports=[h.make_opsetid("", 13)], ir_version=8)
metadata = dict(
    vocab_size=V, blank_id=BLANK, lfr_window_size=7, lfr_window_shift=6, normalize_samples=1, with_itn=14,
    without_itn=15, lang_auto=0, lang_zh=3, lang_en=4, lang_ja=11, lang_ko=12, lang_yue=7, comment="tones",
    neg_mean=",".join(["0"] * 7 * D), inv_stddev=",".join(["1"] * 7 * D))
for key, value in metadata.items():
    p = model.metadata_props.add()
    p.key, p.value = key, str(value)
onnx.checker.check_model(model)
onnx.save(model, "utterances.onnx")
open("utterance-tokens.txt", "w").write("".join(f"{token} {i}\n" for i, token in enumerate(tokens)))
