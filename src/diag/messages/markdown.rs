//! What Markdown offers and texts do not: what it is called, and what to write instead.

use crate::diag::message::messages;

messages! {
    /// A heading.
    HEADINGS: "Headings", "заголовки";
    /// What to do with a heading.
    NO_HEADING: "Write the heading as a paragraph of its own in **strong words**.", "Оформите заголовок отдельным абзацем, **выделив** слова.";
    /// A picture.
    PICTURES: "Pictures", "изображения";
    /// What to do with a picture.
    NO_PICTURE: "Delete the picture; a source is cited as [@s01].", "Удалите изображение; источник указывают так: [@s01].";
    /// Code.
    CODE: "Code (indented lines or `…`)", "код (строки с отступом или `…`)";
    /// What to do with code.
    NO_CODE: "Write the words without ` and without spaces at the beginning of the line.", "Напишите слова без знака ` и без пробелов в начале строки.";
    /// A quotation.
    QUOTATIONS: "Quotations with >", "цитаты со знаком >";
    /// What to do with a quotation.
    NO_QUOTATION: "Put the words in quotation marks, without the sign >.", "Возьмите слова в кавычки, а знак > уберите.";
    /// A tag.
    HTML: "HTML", "HTML";
    /// What to do with a tag.
    NO_HTML: "Write the words without the tag, and \\< where the sign itself is to be printed.", "Напишите слова без тега; если нужен сам знак, напишите \\<.";
    /// A line across the page.
    RULES: "Lines across the page", "горизонтальные линии";
    /// What to do with it.
    NO_RULE: "Delete the line; an empty line parts paragraphs.", "Удалите линию; абзацы разделяет пустая строка.";
    /// A table.
    TABLES: "Tables", "таблицы";
    /// What to do with a table.
    NO_TABLE: "Write sentences or a list instead.", "Напишите предложениями или списком.";
    /// A footnote.
    FOOTNOTES: "Footnotes", "сноски";
    /// What to do with a footnote.
    NO_FOOTNOTE: "Cite the source, [@s01], or put the note in brackets.", "Укажите источник, [@s01], или поместите примечание в скобки.";
    /// Struck-out words.
    STRUCK_OUT: "Words struck out with ~~", "слова, зачёркнутые знаками ~~";
    /// What to do with struck-out words.
    NO_STRUCK_OUT: "Delete these words and the signs.", "Удалите эти слова вместе со знаками.";
    /// A box to tick.
    BOXES: "Boxes to tick", "поля для отметки";
    /// What to do with it.
    NO_BOX: "Delete the square brackets before the entry.", "Удалите квадратные скобки перед пунктом.";
    /// Any other form.
    OTHER: "This form of Markdown", "такая разметка";
    /// What to do with it.
    NO_OTHER: "Use paragraphs, *emphasis*, **strong words**, lists, links and citations such as [@s01].", "Допустимы абзацы, *курсив*, **выделение**, списки, ссылки и указания источников вида [@s01].";
    /// Stars within a word or a sum.
    STARS: "“{value}” within a word or beside a figure, where stars vanish,", "«{value}» внутри слова или рядом с цифрой, где звёздочки исчезают";
    /// What to do with the stars.
    NO_STARS: "Write \\* for each star that is to be printed.", "Если звёздочка должна быть напечатана, напишите \\*.";
    /// A number that begins an entry.
    NUMBER: "“{value}” as the number of an entry of a list", "«{value}» как номер пункта списка";
    /// What to do with the number.
    NO_NUMBER: "Write {instead} where no list is meant, or number the entries one after the other.", "Если это не список, напишите {instead}; пункты списка нумеруйте подряд.";
    /// A plus that begins an entry.
    PLUS: "+ before an entry of a list", "знак + перед пунктом списка";
    /// What to do with the plus.
    NO_PLUS: "Write \\+ where the sign itself is to be printed, or begin the entry with a hyphen.", "Если нужен сам знак, напишите \\+; пункт списка начните с дефиса.";
    /// An entry without words.
    EMPTY_ENTRY: "Entries of a list without words", "пункты списка без слов";
    /// What to do with it.
    NO_EMPTY_ENTRY: "Write the words of the entry, or delete its sign.", "Напишите текст пункта или удалите его знак.";
    /// Lists within lists.
    DEPTH: "Lists and emphasis more than eight levels deep", "списки и выделения глубже восьми уровней";
    /// What to do with them.
    NO_DEPTH: "Write the same with fewer levels.", "Обойдитесь меньшим числом уровней.";
    /// A link without words.
    WORDLESS: "Links without words", "ссылки без слов";
    /// What to do with it.
    NO_WORDLESS: "Write words in the square brackets: [words](https://…).", "Напишите слова в квадратных скобках: [слова](https://…).";
    /// A link with a title.
    TITLE: "Titles of links", "подписи к адресам ссылок";
    /// What to do with it.
    NO_TITLE: "Leave the address alone in the round brackets: [words](https://…).", "Оставьте в круглых скобках только адрес: [слова](https://…).";
    /// An address apart from its link.
    APART: "Addresses apart from their links", "адреса отдельно от ссылок";
    /// What to do with it.
    NO_APART: "Write the address behind its words, [words](https://…), and \\[ for a bracket that is to be printed.", "Напишите адрес сразу после слов: [слова](https://…); если нужна сама скобка, напишите \\[.";
    /// What looks like a link.
    LINK_FORM: "Links in another form", "ссылки в иной форме";
    /// What to do with it.
    NO_LINK_FORM: "Write [words](https://…), with no space between the brackets or in the address.", "Напишите [слова](https://…), без пробелов между скобками и внутри адреса.";
    /// A text that is a book.
    LENGTH: "More than a million letters", "более миллиона букв";
    /// What to do with it.
    NO_LENGTH: "Divide the text among several records.", "Разделите текст на несколько записей.";
}
