//! Faults of lines, braces and commas: what breaks the form of a record that is right in its words.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// Two dates, each in quotes of its own.
    DATES_IN_QUOTES = "dates-in-quotes" Error
        en "Two dates stand here, each in quotes of its own." => "Write them as one range, with a slash between them:"
        ru "Здесь две даты, и каждая в своих кавычках." => "Запишите их как один период, через косую черту:";
    /// A bracket that is closed and not opened.
    BRACKET_NOT_OPENED = "bracket-not-opened" Error
        en "The closing bracket “{close}” has no opening one." => "Put “{open}” before the first entry:"
        ru "У закрывающей скобки «{close}» нет открывающей." => "Поставьте перед первым значением скобку «{open}»:";
    /// Fields of a field without the braces around them.
    BRACES_MISSING = "braces-missing" Error
        en "The fields within “{key}” stand without curly braces." => "Put curly braces around them:"
        ru "В «{key}» вложены другие поля, но фигурных скобок вокруг них нет." => "Возьмите их в фигурные скобки:";
    /// Two fields on one line.
    FIELDS_ON_ONE_LINE = "fields-on-one-line" Error
        en "Several fields stand on one line." => "Put each field on a line of its own:"
        ru "На одной строке стоит несколько полей." => "Запишите каждое поле на своей строке:";
    /// Another sign in the place of the comma.
    COMMA_MEANT = "comma-meant" Error
        en "Entries between brackets are parted by a comma, not by “{sign}”." => "Type a comma:"
        ru "Значения внутри скобок разделяет запятая, а не «{sign}»." => "Введите запятую:";
    /// A comma with nothing before it.
    COMMA_TWICE = "comma-twice" Error
        en "There is a comma too many here." => "Remove it:"
        ru "Здесь лишняя запятая." => "Удалите её:";
    /// A text that begins on the line of its sign.
    TEXT_BESIDE_SIGN = "text-beside-sign" Error
        en "After “{sign}”, the text begins on the next line." => "Move the text there:"
        ru "После знака «{sign}» текст начинается со следующей строки." => "Перенесите текст туда:";
    /// A line of a text that stands too far left.
    TEXT_OUTDENTED = "text-outdented" Error
        en "This line has no name of a field, and is indented less than the text above." => "If it belongs to the text, indent it like the text:"
        ru "В этой строке нет названия поля, а её отступ меньше, чем у текста выше." => "Если строка относится к этому тексту, сделайте такой же отступ, как у него:";
    /// A field below the braces that should hold it.
    FIELD_BELOW_BRACES = "field-below-braces" Error
        en "The curly braces above are closed, and this field belongs between them." => "Put it before the closing brace:"
        ru "Фигурные скобки выше уже закрыты, а это поле должно стоять внутри них." => "Поставьте его перед закрывающей скобкой:";
    /// Paragraphs of a text that stands below its field without the sign for it.
    PARAGRAPHS_JOINED = "paragraphs-joined" Warning
        en "The empty line in this text is lost: its paragraphs are read as one." => "Put | after the colon of the field, so that the text keeps its lines:"
        ru "Пустая строка внутри этого текста теряется: его абзацы читаются как один." => "Поставьте после двоеточия поля знак |, и текст сохранит свои строки:";
    /// A straight quote without its partner in text without quotes.
    QUOTE_ALONE = "quote-alone" Warning
        en "This quote has no partner in the text." => "Add the other quote, or remove this one:"
        ru "У этой кавычки в тексте нет пары." => "Добавьте вторую кавычку или удалите эту:";
    /// A comment that is rather the end of a text.
    COMMENT_OR_TEXT = "comment-or-text" Warning
        en "From “#” on, this line is a comment and is not printed." => "If it belongs to the text, put the whole text in straight double quotes:"
        ru "Всё, что стоит после «#», считается комментарием и не печатается." => "Если это часть текста, возьмите весь текст в прямые двойные кавычки:";
    /// A note that is no comment.
    NOTE_STRAY = "note-stray" Error
        en "This line is neither a field nor a comment." => "If it is a note, begin it with # and a space:"
        ru "Эта строка — не поле и не комментарий." => "Если это примечание, начните строку знаком # и пробелом:";
    /// A list whose field has no line above it.
    NAME_MISSING = "name-missing" Error
        en "This list has no name of a field above it." => "Write the name of the field and a colon on the line before."
        ru "Над этим списком нет названия поля." => "Напишите строкой выше название поля и двоеточие.";
    /// A line that Markdown puts around a record.
    FENCE_STRAY = "fence-stray" Error
        en "Chats and web pages put “```” around a record; it is no part of it." => "Remove the lines that begin with it."
        ru "Знаки «```» ставят вокруг записи чаты и веб-страницы; частью записи они не являются." => "Удалите строки, которые с них начинаются.";
}
