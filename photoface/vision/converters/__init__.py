"""Model files of other programs become ONNX here, without those programs."""
