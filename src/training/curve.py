"""Draws the learning curve of a training log as an SVG."""

import json
from pathlib import Path

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 48, 150, 24, 44
LINES = (
    ("sentence_by_mass", "right sentence", "#2a7f62"),
    ("f1", "F1 of the words", "#1f5fa8"),
    ("exact", "exact match", "#7a3fa0"),
    ("auroc near", "AUROC other paragraph", "#b06f00"),
    ("auroc twisted", "AUROC twisted", "#b8322a"),
)


def read(log: Path) -> list[dict]:
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line]
    return [{"seen": line["seen"], **line["development"]} for line in lines if "development" in line]


def value(row: dict, key: str) -> float:
    found = row[key]
    return found["margin"] if isinstance(found, dict) else found


def draw(log: Path, target: Path, beside: Path | None = None) -> None:
    """Draws a log; another one, where given, beside it in dashes."""
    rows = read(log)
    others = read(beside) if beside else []
    lines = [line for line in LINES if line[0] in rows[-1]]
    low = min(value(row, key) for row in rows + others for key, _, _ in lines if key in row)
    low = int(low * 20) / 20
    seen = [row["seen"] for row in rows + others]
    most, least = max(seen), min(seen)

    def x(seen: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (seen - least) / max(1, most - least)

    def y(score: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (score - low) / (1 - low))

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' font-family="sans-serif" font-size="12" fill="#333"><title>Learning curve</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    ]
    for step in range(int(round((1 - low) * 20)) + 1):
        score = low + step / 20
        parts.append(
            f'<path d="M{LEFT} {y(score):.1f}H{WIDTH - RIGHT}" stroke="#e4e4e4"/>'
            f'<text x="{LEFT - 6}" y="{y(score) + 4:.1f}" text-anchor="end">{score:.2f}</text>'
        )
    for i in range(5):
        seen = least + (most - least) * i / 4
        parts.append(
            f'<text x="{x(seen):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{seen / 1000:.0f}k</text>'
        )
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">'
        "pairs seen; measured on questions of the held-out articles</text>"
    )
    labels = sorted(lines, key=lambda line: -value(rows[-1], line[0]))
    at = 0.0
    for key, name, colour in labels:
        points = _points(rows, key, x, y)
        dashed = _points(others, key, x, y)
        at = max(at + 15, y(value(rows[-1], key)) + 4)
        if dashed:
            parts.append(
                f'<polyline points="{dashed}" fill="none" stroke="{colour}" stroke-width="1.5"'
                ' stroke-dasharray="5 4"/>'
            )
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
            f'<text x="{WIDTH - RIGHT + 6}" y="{at:.1f}" fill="{colour}">{name}'
            f" {value(rows[-1], key):.3f}</text>"
        )
    target.write_text("\n".join([*parts, "</svg>\n"]), encoding="utf-8")


def _points(rows: list[dict], key: str, x, y) -> str:
    return " ".join(f"{x(row['seen']):.1f},{y(value(row, key)):.1f}" for row in rows if key in row)
