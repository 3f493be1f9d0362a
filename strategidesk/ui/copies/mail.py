"""The text of the e-mail with which a working copy goes out."""

from strategidesk.language import tr


def mail_text(title: str, author: str) -> str:
    """The whole text; what it says is true of every copy."""
    paragraphs = [
        tr("Hello!"),
        tr("Here is your working copy of ”{title}”.", title=title),
        "\n".join(
            [
                tr("1. Save the attached file on your computer, and open it in StrategiDesk."),
                tr("2. Write where you like. The others write in their copies meanwhile."),
                tr("3. Send the file back to me when you are done for now."),
            ]
        ),
        tr(
            "I put all the copies together. Nothing that you write is lost, and where two of us "
            "have changed the same sentence we choose the wording together."
        ),
    ]
    if author:
        paragraphs.append(tr("Kind regards") + f"\n{author}")
    return "\n\n".join(paragraphs) + "\n"
