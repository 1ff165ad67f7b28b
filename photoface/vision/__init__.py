"""Pixels to values: models, decoding, detection, alignment, embedding, quality. The only home of onnxruntime."""
