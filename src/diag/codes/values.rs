//! Faults of fields and values: what a record holds is not what its schema says.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A field that the schema does not know.
    FIELD_UNKNOWN = "field-unknown" Error
        en "Unknown field “{field}”." => "{hint}"
        ru "Неизвестное поле «{field}»." => "{hint}";
    /// A field that stands under the wrong parent.
    FIELD_ELSEWHERE = "field-elsewhere" Error
        en "The field “{field}” stands among the fields of {here}, where it does not belong." => "It belongs to {there}: give it the indent of the fields there, {indent}."
        ru "Поле «{field}» стоит внутри {here}, где ему не место." => "Его место — внутри {there}: сделайте такой же отступ, как у полей там ({indent}).";
    /// A letter of another alphabet that looks the same.
    LETTER_LOOK_ALIKE = "letter-look-alike" Error
        en "“{word}” contains {what}." => "{hint}"
        ru "В «{word}» есть {what}." => "{hint}";
    /// Latin and Cyrillic letters within one word.
    WORD_MIXED = "word-mixed" Warning
        en "The word “{word}” mixes Latin and Cyrillic letters: {letters}." => "Type it anew in one alphabet:"
        ru "В слове «{word}» смешаны латинские и кириллические буквы: {letters}." => "Наберите его заново буквами одного алфавита:";
    /// Another sign in the place of an Uzbek letter's mark.
    APOSTROPHE_UZBEK = "apostrophe-uzbek" Warning
        en "In Uzbek the word “{word}” is written with “{right}”." => "Replace the apostrophe:"
        ru "По-узбекски слово «{word}» пишется со знаком «{right}»." => "Замените апостроф:";
    /// Spaces at the edge of a text.
    TEXT_EDGE = "text-edge" Warning
        en "The text of “{field}” begins or ends with a space." => "Remove the space:"
        ru "Текст поля «{field}» начинается или кончается пробелом." => "Удалите пробел:";
    /// Text that is lost as a comment.
    TEXT_AFTER_HASH = "text-after-hash" Error
        en "Everything after “ #” is read as a comment; “{field}” is only “{value}”." => "If it belongs to the text, put the whole in straight double quotes; if not, put the comment on a line of its own:"
        ru "Всё после « #» читается как комментарий; в поле «{field}» осталось только «{value}»." => "Если это часть текста, поставьте вокруг всего прямые двойные кавычки; если нет, перенесите комментарий на отдельную строку:";
    /// Text that other programs read as something else.
    TEXT_MISREAD = "text-misread" Error
        en "Many programs read {value} without quotes as {reading}, and “{field}” is text." => "Put it in straight double quotes:"
        ru "Многие программы читают {value} без кавычек как {reading}, а «{field}» — текст." => "Возьмите значение в прямые двойные кавычки:";
    /// A text whose letters were lost.
    TEXT_LOST = "text-lost" Error
        en "Of the text of “{field}” only question marks are left: its letters were lost in another program." => "Write the text again."
        ru "От текста «{field}» остались одни вопросительные знаки: буквы потеряны в другой программе." => "Напишите текст заново.";
    /// A backslash that was not meant as a sign of writing.
    BACKSLASH_READ = "backslash-read" Warning
        en "Between double quotes, “\\t” is read as a tab and “\\n” as a line break." => "If a backslash is meant, write each one twice:"
        ru "Внутри двойных кавычек «\\t» читается как табуляция, а «\\n» — как перевод строки." => "Если нужна сама косая черта, удвойте каждую:";
    /// Texts of two languages, each under the other.
    LANGUAGES_SWAPPED = "languages-swapped" Warning
        en "The text under “en” is in Cyrillic letters, and the one under “ru” in Latin ones." => "Exchange them:"
        ru "Под «en» стоит текст кириллицей, а под «ru» — латиницей." => "Поменяйте их местами:";
    /// A field that must be there.
    FIELD_MISSING = "field-missing" Error
        en "The field “{field}” is missing{where}." => "{description}Add a line such as: {example}"
        ru "Нет поля «{field}»{where}." => "{description}Добавьте строку, например: {example}";
    /// A field with nothing in it.
    VALUE_EMPTY = "value-empty" Error
        en "“{field}” is empty." => "{hint}"
        ru "Поле «{field}» пусто." => "{hint}";
    /// A value of the wrong type.
    TYPE_WRONG = "type-wrong" Error
        en "“{field}” must be {expected}, not {found}." => "{hint}"
        ru "«{field}» — это {expected}, а здесь {found}." => "{hint}";
    /// One value where a list is meant.
    LIST_MEANT = "list-meant" Error
        en "“{field}” is a list, even of one entry." => "{hint}"
        ru "«{field}» — список, даже если в нём одно значение." => "{hint}";
    /// A list where one value is meant.
    ONE_MEANT = "one-meant" Error
        en "“{field}” is one value, not a list." => "{hint}"
        ru "«{field}» — одно значение, а не список." => "{hint}";
    /// A text that its own comma cut in two.
    COMMA_IN_TEXT = "comma-in-text" Error
        en "Between braces a comma ends the text: “{field}” is only “{value}”." => "Put the whole text in straight double quotes:"
        ru "Внутри фигурных скобок запятая завершает текст: в «{field}» осталось только «{value}»." => "Возьмите весь текст в прямые двойные кавычки:";
    /// Text without its language.
    LANGUAGE_MEANT = "language-meant" Error
        en "“{field}” holds a text for each language." => "Name the language:"
        ru "Поле «{field}» содержит текст на каждом языке." => "Укажите язык:";
    /// A yes or no in other words.
    TRUTH_WORD = "truth-word" Error
        en "“{field}” must be true or false, not {value}." => "Write true or false:"
        ru "В поле «{field}» пишется true (да) или false (нет), а не {value}." => "Напишите true или false:"
        wrong "data/terms/bucket.yaml"
        right "data/terms/bucket.yaml";
    /// A value that is not among those allowed.
    VALUE_NOT_ALLOWED = "value-not-allowed" Error
        en "“{value}” is not a value of “{field}”." => "{hint}"
        ru "«{value}» — недопустимое значение поля «{field}»." => "{hint}"
        wrong "data/marking-schemes/clay.yaml"
        right "data/marking-schemes/clay.yaml";
    /// A value that does not follow its pattern.
    PATTERN_MISMATCH = "pattern-mismatch" Error
        en "“{value}” does not have the form of “{field}”." => "Write “{field}” as the schema describes it{example}. {description}"
        ru "«{value}» не соответствует форме поля «{field}»." => "Запишите «{field}» так, как описано в схеме{example}. {description}"
        wrong "data/sources/almanac.yaml", "data/wells/third-well.yaml"
        right "data/sources/almanac.yaml", "data/wells/third-well.yaml";
    /// A number beyond its bounds.
    NUMBER_OUT_OF_RANGE = "number-out-of-range" Error
        en "“{field}” is {value}; it must be {bound}." => "Write a number that is {bound}."
        ru "Значение поля «{field}» — {value}, а должно быть {bound}." => "Напишите число {bound}."
        wrong "data/claims/third-depth.yaml", "data/wells/third-well.yaml"
        right "data/claims/third-depth.yaml", "data/wells/third-well.yaml";
    /// A number with separators in it.
    NUMBER_SEPARATED = "number-separated" Error
        en "{value} is not a number: it has separators in it." => "Write the digits without separators, and a point before a fraction{example}."
        ru "{value} — не число: в нём есть разделители." => "Пишите цифры без разделителей, а перед дробной частью — точку{example}."
        wrong "data/claims/third-depth.yaml", "data/wells/third-well.yaml"
        right "data/claims/third-depth.yaml", "data/wells/third-well.yaml";
    /// A fraction that looks like thousands.
    NUMBER_AMBIGUOUS = "number-ambiguous" Warning
        en "{value} is a fraction here, and elsewhere the point stands between thousands." => "Write {first} or {second}, as the source means."
        ru "{value} здесь — дробь, а в иных странах точкой отделяют тысячи." => "Напишите {first} или {second}, как указано в источнике.";
    /// A number with a zero before it, or in another notation.
    NUMBER_NOTATION = "number-notation" Error
        en "{value} is read as different numbers by different programs." => "Write the number in plain digits, without a leading zero{example}."
        ru "{value} разные программы читают как разные числа." => "Напишите число обычными цифрами, без нуля в начале{example}."
        wrong "data/claims/third-depth.yaml", "data/wells/third-well.yaml"
        right "data/claims/third-depth.yaml", "data/wells/third-well.yaml";
    /// A list too short or too long.
    LIST_LENGTH = "list-length" Error
        en "The number of entries in “{field}” is {found}; it must be {bound}." => "{hint}"
        ru "В списке «{field}» значений: {found}; требуется {bound}." => "{hint}";
    /// The same entry twice in a list.
    ENTRY_TWICE = "entry-twice" Error
        en "“{value}” stands twice in “{field}”." => "Keep one."
        ru "«{value}» стоит в «{field}» дважды." => "Оставьте одно.";
    /// A date that is none.
    DATE_INVALID = "date-invalid" Error
        en "“{value}” is not a date: {reason}." => "{hint}"
        ru "«{value}» — не дата: {reason}." => "{hint}";
    /// A date in another order.
    DATE_ORDER = "date-order" Error
        en "“{value}” is not written as year-month-day." => "{hint}"
        ru "Дата «{value}» записана не в порядке год-месяц-день." => "{hint}";
    /// A number with words around it.
    QUANTITY_INVALID = "quantity-invalid" Error
        en "“{value}” is not a number." => "Write 1200, or with a sign in quotes: \"~500\" (about), \">400\" (more than), \"<250\" (nearly)."
        ru "«{value}» — не число." => "Напишите 1200 или со знаком в кавычках: \"~500\" (около), \">400\" (более), \"<250\" (почти).";
    /// A marking that no scheme has.
    MARKING_UNKNOWN = "marking-unknown" Error
        en "There is no marking “{value}”." => "{hint}"
        ru "Нет отметки «{value}»." => "{hint}";
    /// A sign written as on the pages of the web.
    SIGN_OF_WEB = "sign-of-web" Error
        en "“{sign}” is how web pages write a sign; it would be printed as it stands." => "Write the sign itself:"
        ru "«{sign}» — обозначение знака для веб-страниц; оно было бы напечатано как есть." => "Напишите сам знак:";
    /// Markdown beyond the subset.
    MARKDOWN_UNSUPPORTED = "markdown-unsupported" Error
        en "{what} cannot be used in texts." => "{hint}"
        ru "В текстах нельзя использовать: {what}." => "{hint}";
    /// A link that leads to no address.
    LINK_ADDRESS = "link-address" Error
        en "“{value}” is not an address that a link can lead to." => "Begin the address with https://, http:// or mailto:, and write all of it."
        ru "«{value}» — не адрес, по которому может вести ссылка." => "Начните адрес с https://, http:// или mailto: и напишите его целиком.";
    /// A language code that is none.
    LANGUAGE_UNKNOWN = "language-unknown" Error
        en "“{value}” is not a language of the workspace." => "{hint}"
        ru "«{value}» — не язык рабочей области." => "{hint}";
}
