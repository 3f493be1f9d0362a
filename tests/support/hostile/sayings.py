"""The sentences that the corpus expects, as a person reads them in Swedish."""

ASK = "Be avsändaren om en ny fil."
AGAIN = "spara den och läs in den igen."
DAMAGED = (
    "{file} är skadad och öppnades inte. Spara den på nytt i Excel, eller be avsändaren om en ny "
    "fil."
)
DISGUISED = f"{{file}} är inte uppbyggd som Excel gör och öppnades inte. {ASK}"
SWOLLEN = f"{{file}} skulle svälla till mer än 160 MB och öppnades inte. {ASK}"
BOMB = f"{{file}} skulle svälla mer än filer från Excel gör och öppnades inte. {ASK}"
ENTITIES = f"{{file}} har definitioner som Excel aldrig skriver (DTD) och öppnades inte. {ASK}"
OVERLOADED = f"{{file}} är gjord så att program fastnar i den och öppnades inte. {ASK}"
CONTENT = (
    f"{{file}} har mer innehåll än vad som kan läsas. Ta bort det som inte behövs i Excel, {AGAIN}"
)
PASSWORD = (
    "Excel-filen {file} är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet och läs in "
    "den igen."
)
MACROS = (
    "{file} innehåller makron. Spara den i Excel som en Excel-arbetsbok (.xlsx eller .ods) och läs "
    "in den igen."
)


def convert(found: str) -> str:
    return (
        f"{{file}} är {found}. Spara den i Excel som en Excel-arbetsbok (.xlsx eller .ods) och läs "
        "in den igen."
    )


def other(found: str) -> str:
    return f"{{file}} är {found}. Välj en Excel-arbetsbok (.xlsx eller .ods) i stället."


def in_word(sentence: str) -> str:
    """The same of a Word document."""
    return (
        sentence.replace(
            "en Excel-arbetsbok (.xlsx eller .ods)", "ett Word-dokument (.docx eller .dotx)"
        )
        .replace("Excel-filen", "Word-filen")
        .replace("Excel", "Word")
    )
