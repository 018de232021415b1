import extractor


def test_a_sentence_gives_its_event():
    text = "Laos joined the [[United Nations]] in 1955.<ref>A</ref>"
    events = extractor.extract(extractor.Revision(slug="Laos", title="Laos", text=text)).events
    assert [(event.date.edtf, event.kind, [item.key for item in event.citations]) for event in events] == [
        ("1955", "membership", ["1"])
    ]
