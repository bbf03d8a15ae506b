#!/usr/bin/env python3
"""Trains the bot's reader: prepare, train, merge, evaluate, export, curve. See docs/reader.md."""

import argparse
import json
import pickle
from dataclasses import fields
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    stages = parser.add_subparsers(dest="stage", required=True)
    _prepare(stages)
    _train(stages)
    _merge(stages)
    _evaluate(stages)
    _export(stages)
    _curve(stages)
    args = parser.parse_args()
    args.run(args)


def _prepare(stages) -> None:
    stage = stages.add_parser("prepare", help="cut the questions into pieces, find what does not answer")
    stage.add_argument("data", type=Path, help="train-v1.1.json or squad1-train.jsonl.gz")
    stage.add_argument("--tokenizer", type=Path, required=True, help="all-minilm-l6-v2-tokenizer.json")
    stage.add_argument("--encoder", type=Path, required=True, help="all-minilm-l6-v2.onnx")
    stage.add_argument("--held-out", type=Path, required=True, help="folder of the development articles")
    stage.add_argument("--to", type=Path, required=True)

    def run(args):
        from prepare import prepare

        prepare(args.data, args.tokenizer, args.encoder, args.held_out, args.to)

    stage.set_defaults(run=run)


def _train(stages) -> None:
    from train import Settings, train

    stage = stages.add_parser("train", help="learn, or go on learning, for some minutes")
    stage.add_argument("prepared", type=Path)
    for field in fields(Settings):
        kind = Path if field.name in ("encoder", "folder", "init", "wordnet", "thesaurus", "everyday") else field.type
        required = field.name in ("encoder", "folder", "minutes")
        default = None if required else field.default
        stage.add_argument(f"--{field.name}", type=kind, required=required, default=default)

    def run(args):
        settings = {field.name: getattr(args, field.name) for field in fields(Settings)}
        train(_load(args.prepared), Settings(**settings))

    stage.set_defaults(run=run)


def _merge(stages) -> None:
    stage = stages.add_parser("merge", help="write the mean of several runs' weights")
    stage.add_argument("checkpoints", type=Path, nargs="+")
    stage.add_argument("--encoder", type=Path, required=True)
    stage.add_argument("--shares", type=float, nargs="+", default=[], help="one each; equal without")
    stage.add_argument("--to", type=Path, required=True)

    def run(args):
        from model import load_encoder, merge

        merge(load_encoder(args.encoder), args.checkpoints, args.to, args.shares)

    stage.set_defaults(run=run)


def _evaluate(stages) -> None:
    stage = stages.add_parser("evaluate", help="measure weights or an exported file on the held-out articles")
    stage.add_argument("prepared", type=Path)
    stage.add_argument("readers", type=Path, nargs="+", help="checkpoint.pt or reader.onnx")
    stage.add_argument("--encoder", type=Path, required=True)
    stage.add_argument("--questions", type=Path, help="only the questions of this questions.jsonl")
    stage.add_argument("--count", type=int, default=100_000)
    stage.add_argument("--answered", action="store_true", help="only the passages that answer")
    stage.add_argument("--raw", action="store_true", help="the last weights, not their average")
    stage.add_argument("--everyday", type=Path, help="only questions on ordinary documents: the folder of everyday.py")
    stage.add_argument("--claims", type=Path, help="only true and false statements: a file of sentences.py")

    def run(args):
        from evaluate import GOLD, claims, development, everyday, onnx_scores, questions_of, report, torch_scores
        from model import load_encoder, load_weights

        prepared = _load(args.prepared)
        only = questions_of(args.questions) if args.questions else None
        tests = development(prepared, args.count, only=only)
        tests = [test for test in tests if test.kind == GOLD or not args.answered]
        for path in args.readers:
            reader = load_encoder(args.encoder)
            if path.suffix == ".onnx":
                scores = onnx_scores(path, reader.bert.word.weight.detach().numpy())
            else:
                load_weights(reader, path, averaged=not args.raw)
                scores = torch_scores(reader)
            if args.everyday:
                found = everyday(scores, prepared, args.everyday)
                print(json.dumps({"reader": path.name, **found}), flush=True)
                continue
            if args.claims:
                found = claims(scores, args.claims, prepared.tokenizer)
                print(json.dumps({"reader": path.name, **found}), flush=True)
                continue
            print(json.dumps(report(scores, prepared, tests, path.name)), flush=True)

    stage.set_defaults(run=run)


def _export(stages) -> None:
    stage = stages.add_parser("export", help="write reader.onnx, in int8 and without the word table")
    stage.add_argument("checkpoint", type=Path)
    stage.add_argument("target", type=Path)
    stage.add_argument("--encoder", type=Path, required=True)
    stage.add_argument("--raw", action="store_true", help="the last weights, not their average")
    stage.add_argument("--precise", default="", help="matrices to keep in half precision: 5.down,0.up")

    stage.add_argument("--bits", type=int, default=7, help="of a weight; 8 need a processor with VNNI")

    def run(args):
        from export import export
        from model import load_encoder, load_weights

        reader = load_encoder(args.encoder)
        load_weights(reader, args.checkpoint, averaged=not args.raw)
        export(reader, args.target, {name for name in args.precise.split(",") if name}, args.bits)

    stage.set_defaults(run=run)


def _curve(stages) -> None:
    stage = stages.add_parser("curve", help="draw the learning curve of a log as an SVG")
    stage.add_argument("log", type=Path)
    stage.add_argument("target", type=Path)
    stage.add_argument("--beside", type=Path, help="another log, drawn in dashes")

    def run(args):
        from curve import draw

        draw(args.log, args.target, args.beside)

    stage.set_defaults(run=run)


def _load(path: Path):
    with open(path, "rb") as file:
        return pickle.load(file)


if __name__ == "__main__":
    main()
