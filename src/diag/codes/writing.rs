//! Faults of writing: what people do to YAML by hand, by pasting and by merging.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// Both sides of a merge left in the file.
    MERGE_CONFLICT = "merge-conflict" Error
        en "Two versions of these lines stand here, left by a merge." => "Keep one version, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
        ru "После слияния здесь остались две версии строк." => "Оставьте одну версию и удалите строки, которые начинаются с <<<<<<<, ======= и >>>>>>>.";
    /// A tab where spaces indent.
    TAB_INDENT = "tab-indent" Error
        en "The line is indented with a tab." => "Indent it with spaces:"
        ru "Отступ строки сделан табуляцией." => "Сделайте отступ пробелами:";
    /// A no-break space or its kin where YAML needs a space.
    SPACE_INVISIBLE = "space-invisible" Error
        en "Here stands {what} instead of a common space, as in text from Word or a web page." => "Replace it with a common space:"
        ru "Здесь вместо обычного пробела стоит {what}, как в тексте из Word или с веб-страницы." => "Замените его обычным пробелом:";
    /// A character that nobody sees and that changes a word.
    CHARACTER_INVISIBLE = "character-invisible" Error
        en "An invisible character ({what}) stands in “{word}”." => "Remove it:"
        ru "В «{word}» есть невидимый знак ({what})." => "Удалите его:";
    /// A letter or sign that cannot be printed.
    LETTER_WITHOUT_FONT = "letter-without-font" Error
        en "No font in fonts/ has the sign “{letter}” ({what}), so that no document with this text can be made." => "{hint}"
        ru "Ни в одном шрифте из fonts/ нет знака «{letter}» ({what}), поэтому документ с этим текстом подготовить нельзя." => "{hint}";
    /// A control character.
    CHARACTER_CONTROL = "character-control" Error
        en "A control character ({what}) stands here; it belongs in no text." => "Remove it. If the file is full of them, it is no text file."
        ru "Здесь управляющий знак ({what}), которого в тексте быть не может." => "Удалите его. Если таких знаков много, это не текстовый файл.";
    /// Typographic quotes in the place of quotes.
    QUOTES_CURLY = "quotes-curly" Error
        en "The quotes {quotes} do not count as quotes here." => "Put straight double quotes around the whole text:"
        ru "Кавычки {quotes} здесь не считаются кавычками." => "Поставьте вокруг всего текста прямые двойные кавычки:";
    /// A colon and a space within free text.
    COLON_IN_TEXT = "colon-in-text" Error
        en "The text of “{key}” contains a colon followed by a space." => "Put the whole text in straight double quotes:"
        ru "В тексте поля «{key}» есть двоеточие с пробелом." => "Поставьте вокруг всего текста прямые двойные кавычки:";
    /// No space after the colon.
    COLON_WITHOUT_SPACE = "colon-without-space" Error
        en "A space is missing after “{key}:”." => "Put a space after the colon:"
        ru "После «{key}:» нет пробела." => "Поставьте пробел после двоеточия:";
    /// Another sign in the place of the colon.
    COLON_LOOK_ALIKE = "colon-look-alike" Error
        en "After “{key}” stands “{sign}” and not a colon." => "Type a colon and a space:"
        ru "После «{key}» стоит «{sign}», а не двоеточие." => "Введите двоеточие и пробел:";
    /// A field name without its colon.
    COLON_MISSING = "colon-missing" Error
        en "This line has no colon after the name of the field." => "Write the name of the field, a colon, a space and the value:"
        ru "В этой строке нет двоеточия после названия поля." => "Напишите название поля, двоеточие, пробел и значение:";
    /// No space after the hyphen of a list.
    DASH_WITHOUT_SPACE = "dash-without-space" Error
        en "A space is missing after the hyphen." => "Put a space after the hyphen:"
        ru "После дефиса нет пробела." => "Поставьте пробел после дефиса:";
    /// An entry of a list that begins without its hyphen, so that its fields fall to the entry above.
    DASH_MISSING = "dash-missing" Error
        en "The entry that begins with “{key}” has no hyphen before it." => "Put a hyphen and a space before its first field:"
        ru "Перед пунктом, который начинается с «{key}», нет дефиса." => "Поставьте перед первым полем пункта дефис и пробел:"
        wrong "data/claims/second-depth.yaml"
        right "data/claims/second-depth.yaml";
    /// Another sign in the place of the hyphen of a list.
    DASH_LOOK_ALIKE = "dash-look-alike" Error
        en "The entry of the list begins with “{sign}” and not with a hyphen." => "Type a hyphen and a space:"
        ru "Пункт списка начинается знаком «{sign}», а не дефисом." => "Введите дефис и пробел:";
    /// A quote that is opened and not closed.
    QUOTE_NOT_CLOSED = "quote-not-closed" Error
        en "The quote opened here is not closed." => "Close it at the end of the text:"
        ru "Открытая здесь кавычка не закрыта." => "Закройте её в конце текста:";
    /// Text that goes on after its closing quote.
    TEXT_AFTER_QUOTE = "text-after-quote" Error
        en "The text goes on after the quote that closes it." => "If the inner quotes belong to the text, put the whole in quotes of the other sort:"
        ru "После закрывающей кавычки текст продолжается." => "Если внутренние кавычки относятся к тексту, возьмите весь текст в кавычки другого вида:";
    /// A backslash that means something else within double quotes.
    ESCAPE_UNKNOWN = "escape-unknown" Error
        en "Within double quotes “\\” has a special meaning, and “{escape}” has none." => "Write the backslash twice:"
        ru "Внутри двойных кавычек знак «\\» имеет особое значение, а «{escape}» ничего не значит." => "Удвойте обратную косую черту:";
    /// Text that begins with a sign of YAML.
    SIGN_AT_START = "sign-at-start" Error
        en "Text that begins with “{sign}” needs quotes." => "Put the whole text in straight double quotes:"
        ru "Текст, который начинается знаком «{sign}», пишется в кавычках." => "Поставьте вокруг всего текста прямые двойные кавычки:";
    /// A bracket that is opened and not closed.
    BRACKET_NOT_CLOSED = "bracket-not-closed" Error
        en "The bracket “{open}” opened here is not closed." => "Close it with “{close}”:"
        ru "Открытая здесь скобка «{open}» не закрыта." => "Закройте её скобкой «{close}»:";
    /// Two entries between brackets without a comma.
    COMMA_MISSING = "comma-missing" Error
        en "A comma is missing between two entries." => "Put a comma between them:"
        ru "Между двумя значениями нет запятой." => "Поставьте между ними запятую:";
    /// A comment as other languages begin it.
    COMMENT_SIGN = "comment-sign" Error
        en "A comment does not begin with “{sign}” here." => "Begin it with # and a space:"
        ru "Комментарий не может начинаться знаком «{sign}»." => "Начните его знаком # и пробелом:";
    /// A comma or semicolon at the end of a line, as in other languages.
    COMMA_STRAY = "comma-stray" Error
        en "A “{sign}” stands after the value." => "Remove it:"
        ru "После значения стоит «{sign}»." => "Удалите этот знак:";
    /// A line indented like none of its neighbours.
    INDENT_WRONG = "indent-wrong" Error
        en "The indent of this line, {found}, does not fit the lines around it." => "Indent it like the lines of its list of fields: {fitting}."
        ru "Отступ этой строки ({found}) не подходит к соседним строкам." => "Сделайте такой же отступ, как у соседних полей ({fitting}).";
    /// Text that YAML cannot read.
    YAML_SYNTAX = "yaml-syntax" Error
        en "This line cannot be read: {reason}." => "Compare it with the same line of a record that works; free text belongs in straight double quotes."
        ru "Эту строку нельзя прочесть: {reason}." => "Сравните её с такой же строкой исправной записи; свободный текст ставится в прямые двойные кавычки.";
    /// A key given twice.
    KEY_TWICE = "key-twice" Error
        en "The field “{key}” is given twice{where}." => "Keep one of the two."
        ru "Поле «{key}» указано дважды{where}." => "Оставьте одно из двух.";
    /// A key that is not a word.
    KEY_NOT_A_WORD = "key-not-a-word" Error
        en "The name of a field must be a single word." => "Write the name of a field, a colon and a space here."
        ru "Название поля должно быть одним словом." => "Напишите здесь название поля, двоеточие и пробел.";
    /// YAML that repeats itself by aliases.
    YAML_ALIAS = "yaml-alias" Error
        en "“{word}”: a word with & or * before it has a special meaning in YAML that records do not use." => "Write the text out; if & or * belongs to the text, put the text in double quotes."
        ru "«{word}»: слово, перед которым стоит & или *, имеет в YAML особое значение, которое в записях не применяется." => "Напишите текст полностью; если & или * относится к тексту, возьмите его в двойные кавычки.";
    /// Nesting without end.
    YAML_TOO_DEEP = "yaml-too-deep" Error
        en "The fields are nested more than {limit} deep here." => "Bring the record into the form of its schema; `chancery new` shows it."
        ru "Поля вложены здесь более чем на {limit} уровня." => "Приведите запись к форме, заданной схемой; её показывает `chancery new`.";
}
