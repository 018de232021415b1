"""What citations say: templates, external links and plain text of a note → normalised fields; short notes → anchors."""
