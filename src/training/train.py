"""Trains the reader on the CPU for as long as it is given.

Each worker is a process of its own that learns from its own batches; after every few steps it adds what it has
changed to the common weights and goes on from there, so that no core waits for another on a busy machine. The
first process only keeps time, writes checkpoints, measures and logs. A run may be killed at any moment: started
again with the same arguments it goes on from the last checkpoint, minutes ago at most."""

import json
import math
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.multiprocessing as processes
import torch.nn.functional as F

from claims import Claims
from evaluate import development, measure, torch_scores
from everyday import Everyday
from examples import Example, Pools
from model import Reader, batch, first, load_encoder, load_weights
from prepare import Prepared
from rewording import Rewording
from statements import Verbs

BETAS, EPSILON, CLIP = (0.9, 0.98), 1e-8, 1.0
HEAD_RATE = 5  # the output layers are new and learn faster
WARM_UP = 2.0  # minutes
UNKNOWN = -100  # cross entropy leaves these out


@dataclass(frozen=True)
class Settings:
    encoder: Path
    folder: Path
    minutes: float
    workers: int = 2
    threads: int = 1
    batch: int = 16
    rate: float = 8e-5
    steady: float = 0.45  # the share of the time at full rate; then it falls to 0
    sync: int = 4  # steps between exchanges
    average: float = 8000  # examples over which weights are averaged
    save: float = 4.0  # minutes between checkpoints
    measure: float = 12.0  # minutes between measurements
    seed: int = 1
    init: Path | None = None
    seen: int = 0  # examples behind the weights of `init`
    wordnet: Path | None = None  # WordNet's folder; with it and `thesaurus` some questions are made statements
    thesaurus: Path | None = None  # the bot's thesaurus.txt
    claims: float = 0.3  # the share of pairs with a statement
    everyday: Path | None = None  # the folder of everyday.py's files
    everyday_share: float = 0.2
    rounded: float = 0.2  # the share of the time, at the end, in which it reads in integers

    @property
    def checkpoint(self) -> Path:
        return self.folder / "checkpoint.pt"

    def rounds_at(self, minutes: float) -> bool:
        return minutes >= self.minutes * (1 - self.rounded)

    def rate_at(self, minutes: float, since_start: float) -> float:
        left = 1 - minutes / self.minutes
        return self.rate * min(1, since_start / WARM_UP, max(left, 0) / (1 - self.steady))


class Flat:
    """A reader whose learning weights, and their gradients, are each one long vector."""

    def __init__(self, reader: Reader):
        parameters = reader.trained()
        size = sum(p.numel() for _, p in parameters)
        self.weights, self.gradient = torch.zeros(size), torch.zeros(size)
        self.head = size
        at = 0
        for name, parameter in parameters:
            part = slice(at, at + parameter.numel())
            if name.startswith(("out", "answer")):
                self.head = min(self.head, at)
            self.weights[part] = parameter.data.flatten()
            parameter.data = self.weights[part].view_as(parameter)
            parameter.grad = self.gradient[part].view_as(parameter)
            at = part.stop


class Shared:
    """What the processes have in common."""

    def __init__(self, weights: torch.Tensor, workers: int):
        self.weights = weights.clone().share_memory_()
        self.average = weights.clone().share_memory_()
        self.moments = torch.zeros(workers, 2, len(weights)).share_memory_()
        self.steps = torch.zeros(workers, dtype=torch.long).share_memory_()
        self.loss = torch.zeros(workers).share_memory_()
        self.lock = processes.Lock()
        self.minutes = processes.Value("d", 0.0)
        self.since_start = processes.Value("d", 0.0)
        self.seen = processes.Value("l", 0)
        self.pool = processes.Value("l", 0)
        self.stop = processes.Value("b", False)

    def state(self) -> dict:
        with self.lock:
            return {
                "weights": self.weights.clone(),
                "average": self.average.clone(),
                "moments": self.moments.clone(),
                "steps": self.steps.clone(),
                "minutes": self.minutes.value,
                "seen": self.seen.value,
                "pool": self.pool.value,
            }

    def restore(self, state: dict) -> None:
        for name in ("weights", "average", "moments", "steps"):
            mine = getattr(self, name)
            if mine.shape == state[name].shape:
                mine.copy_(state[name])
        for name in ("minutes", "seen", "pool"):
            getattr(self, name).value = state[name]


def loss_of(reader: Reader, examples: list[Example]) -> torch.Tensor:
    starts = torch.tensor([target(e.start, e) for e in examples])
    ends = torch.tensor([target(e.end, e) for e in examples])
    with torch.autocast("cpu", torch.bfloat16):
        start, end, answers = reader.read(batch([(e.question, e.passage) for e in examples]))
    spans = (F.cross_entropy(start, starts) + F.cross_entropy(end, ends)) / 2 if (starts != UNKNOWN).any() else 0
    return spans + 0.5 * F.binary_cross_entropy_with_logits(answers, (starts != 0).float())


def target(piece: int, example: Example) -> int:
    """Where the words begin or end in the pair; 0 says that there are none."""
    return UNKNOWN if piece == -2 else piece + first(example.question) if piece >= 0 else 0


def work(number: int, reader: Reader, shared: Shared, prepared: Prepared, settings: Settings):
    """A worker's life. Adam is written out, since one long vector is quicker than a hundred short ones."""
    torch.set_num_threads(settings.threads)
    flat, parent = Flat(reader), os.getppid()
    os.setsid()  # Ctrl-C is for the first process alone; and Linux shares cores out by session
    flat.weights.copy_(shared.weights)
    before = flat.weights.clone()
    slow, fast = slice(0, flat.head), slice(flat.head, len(flat.weights))
    mean, square = shared.moments[number]
    claims = rewording = None
    if settings.wordnet and settings.thesaurus:
        verbs = Verbs(settings.wordnet)
        rewording = Rewording(settings.thesaurus, verbs, settings.wordnet)
        claims = Claims(prepared, verbs, rewording)
    everyday = Everyday(settings.everyday, prepared.tokenizer) if settings.everyday else None
    pools = Pools(
        prepared,
        settings.batch,
        settings.seed,
        claims,
        settings.claims,
        rewording,
        everyday,
        settings.everyday_share,
    )
    since_sync, lost = 0, None
    while not shared.stop.value and os.getppid() == parent:
        with shared.pool.get_lock():
            pool = shared.pool.value
            shared.pool.value += 1
        for examples in pools.batches(pool):
            flat.gradient.zero_()
            reader.round(settings.rounds_at(shared.minutes.value))
            loss = loss_of(reader, examples)
            loss.backward()
            norm = flat.gradient.norm()
            if not math.isfinite(float(norm)):
                continue
            flat.gradient.mul_(min(1.0, CLIP / (float(norm) + 1e-6)))
            shared.steps[number] += 1
            step = int(shared.steps[number])
            mean.lerp_(flat.gradient, 1 - BETAS[0])
            square.mul_(BETAS[1]).addcmul_(flat.gradient, flat.gradient, value=1 - BETAS[1])
            rate = settings.rate_at(shared.minutes.value, shared.since_start.value)
            rate *= math.sqrt(1 - BETAS[1] ** step) / (1 - BETAS[0] ** step)
            scale = square.sqrt().add_(EPSILON)
            for part, factor in ((slow, 1), (fast, HEAD_RATE)):
                flat.weights[part].addcdiv_(mean[part], scale[part], value=-rate * factor)
            since_sync += len(examples)
            lost = loss.item() if lost is None else 0.98 * lost + 0.02 * loss.item()
            shared.loss[number] = lost
            if step % settings.sync == 0 or shared.stop.value:
                exchange(flat.weights, before, shared, since_sync, settings)
                since_sync = 0
            if shared.stop.value or os.getppid() != parent:
                return


def exchange(mine: torch.Tensor, before: torch.Tensor, shared: Shared, seen: int, settings: Settings):
    with shared.lock:
        shared.weights.add_(mine).sub_(before)
        shared.average.lerp_(shared.weights, 1 - math.exp(-seen / settings.average))
        mine.copy_(shared.weights)
        shared.seen.value += seen
    before.copy_(mine)


class Run:
    """The first process: starts the workers, keeps the time, saves, measures and logs."""

    def __init__(self, prepared: Prepared, settings: Settings):
        torch.set_num_threads(1)
        torch.manual_seed(settings.seed)
        self._settings, self._prepared = settings, prepared
        settings.folder.mkdir(parents=True, exist_ok=True)
        self._reader = load_encoder(settings.encoder)
        if settings.init:
            load_weights(self._reader, settings.init)
        self._shared = Shared(Flat(self._reader).weights, settings.workers)
        self._shared.seen.value = settings.seen
        if settings.checkpoint.exists():
            self._shared.restore(torch.load(settings.checkpoint))
        self._tests = development(prepared, 250)  # the same for every run

    def run(self) -> None:
        shared, settings = self._shared, self._settings
        context = processes.get_context("fork")
        workers = []
        for i in range(settings.workers):
            arguments = (i, self._reader, shared, self._prepared, settings)
            workers.append(context.Process(target=work, args=arguments, daemon=True))
            workers[-1].start()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: setattr(shared.stop, "value", True))
        at_start, began, last = shared.minutes.value, time.time(), {"log": 0.0, "save": 0.0, "measure": 0.0}
        seen_before = shared.seen.value
        while not shared.stop.value and shared.minutes.value < settings.minutes:
            time.sleep(1)
            now = (time.time() - began) / 60
            shared.since_start.value, shared.minutes.value = now, at_start + now
            if now - last["log"] >= 1:
                rate = (shared.seen.value - seen_before) / (now - last["log"]) / 60
                last["log"], seen_before = now, shared.seen.value
                self._log(
                    loss=round(float(shared.loss.mean()), 4),
                    rate=settings.rate_at(shared.minutes.value, now),
                    examples_a_second=round(rate, 1),
                )
            if now - last["save"] >= settings.save:
                last["save"] = now
                self._save()
            if now - last["measure"] >= settings.measure:
                last["measure"] = now
                self._measure()
            if not all(worker.is_alive() for worker in workers):
                raise RuntimeError("a worker died; see its message above")
        shared.stop.value = True
        for worker in workers:
            worker.join(30)
        self._save()
        self._measure()

    def _save(self) -> None:
        target = self._settings.checkpoint
        partial = target.with_suffix(".partial")
        torch.save(self._shared.state(), partial)
        os.replace(partial, target)

    @torch.no_grad()
    def _measure(self) -> None:
        state, flat = self._shared.state(), Flat(self._reader)
        flat.weights.copy_(state["average"])
        self._log(development=measure(torch_scores(self._reader), self._prepared, self._tests))

    def _log(self, **values) -> None:
        shared = self._shared
        line = {"seen": shared.seen.value, "minutes": round(shared.minutes.value, 1), **values}
        with open(self._settings.folder / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


def train(prepared: Prepared, settings: Settings) -> None:
    Run(prepared, settings).run()
