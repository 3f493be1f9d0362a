"""One or a few things of every noun that a document prints, as rows for `strategies.strategy`."""

from typing import Any

THINGS: dict[str, Any] = {
    "areas": [
        {"id": "a1", "title": "Språk", "introduction": "Ingress.",
         "target_picture": "Så ser det ut.", "prioritised": True},
        {"id": "a2", "title": "Boende"},
        {"id": "a3", "title": "Arbete", "prioritised": True},
    ],
    "hallmarks": [
        {"id": "h0", "text": "Alla kan delta."},
        {"id": "h1", "area": "a1", "text": "Alla kan läsa."},
        {"id": "h2", "area": "a2", "title": "Hemma", "text": "Alla bor bra."},
    ],
    "definitions": [{"term": "Nyanländ", "text": "Den som just kommit.", "source": "Bladet"}],
    "units": [{"id": "u1", "name": "Biblioteket"}],
    "members": [{"name": "Bokhållaren", "role": "sekreterare"}],
    "decisions": [
        {"body": "Kommunstyrelsen", "date": "2025-01-02", "paragraph": "3", "text": "Skriv."}
    ],
    "activities": [
        {"title": "Läsa högt", "area": "a1", "unit": "u1", "when": "Årligen"},
        {"title": "Exempelvis sång", "area": "a1", "example": True},
        {"title": "Avslagen", "area": "a1", "stage": "declined"},
        {"title": "Föreslagen", "responsible": "Rektor", "start": "2026", "end": "2027",
         "stage": "proposed"},
    ],
    "indicators": [{"id": "i1", "name": "Lån", "measure_unit": "böcker", "kolada": "N00001"}],
    "values": [
        {"indicator": "i1", "period": "2024", "value": 1234.5, "note": "uppskattat"},
        {"indicator": "i1", "period": "2025", "value": 2},
    ],
    "goals": [
        {"id": "g1", "level": "eu", "framework": "EU-ramen", "title": "Kunskap"},
        {"id": "g2", "level": "regional", "title": "Läsning", "parent": "g1"},
    ],
    "links": [{"area": "a1", "goal": "g2"}, {"area": "a1", "goal": "g1"}],
    "consultations": [
        {"id": "c1", "kind": "remiss", "title": "Remiss våren", "from": "2025-03", "to": "2025-05"}
    ],
    "responses": [
        {"consultation": "c1", "respondent": "Skolan", "position": "approves", "text": "Bra.",
         "area": "a1", "handling": "noted"}
    ],
}  # fmt: skip
