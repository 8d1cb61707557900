//! Phrases that messages are made of, each in every language of messages.

use super::message::messages;
use super::{Arg, Locale, Message, Severity};

messages! {
    /// Before an error.
    ERROR: "error", "ошибка";
    /// Before a warning.
    WARNING: "warning", "предупреждение";
    /// Before a note.
    NOTE: "note", "замечание";
    /// Before an instruction.
    HELP: "help", "что делать";
    /// After as many faults as are shown.
    MORE_FAULTS: "… and {n} more. Mend the ones above first, or look at one file: `chancery check PATH`.", "… и ещё {n}. Сначала исправьте то, что выше, или проверьте один файл: `chancery check ПУТЬ`.";
    /// In the place of a note.
    NOTE_COUNTED: "{counted}; `chancery check --notes` shows it", "{counted}; его показывает `chancery check --notes`";
    /// In the place of several notes.
    NOTES_COUNTED: "{counted}; `chancery check --notes` shows them", "{counted}; их показывает `chancery check --notes`";
    /// Before the wrong example of a code.
    WRONG: "Wrong:", "Неправильно:";
    /// What stands in the place of an instruction that is put together for each case.
    AS_SHOWN: "The message says what would be right here: the nearest name, or the form that is expected.", "Сообщение подсказывает, что было бы правильно: ближайшее название или требуемую форму.";
    /// Before the right example of a code.
    RIGHT: "Right:", "Правильно:";
    /// A code that does not exist.
    NO_CODE: "there is no code “{code}”; `chancery explain` lists all of them", "кода «{code}» нет; все коды выводит `chancery explain`";
    /// A code that does not exist, and one that does.
    NO_CODE_NEAR: "there is no code “{code}”; did you mean “{near}”?", "кода «{code}» нет; возможно, имелось в виду «{near}»?";
    /// A file that cannot be written.
    NOT_WRITTEN: "“{path}” cannot be written: {reason}", "«{path}» не удаётся записать: {reason}";
    /// A file that cannot be read.
    NOT_READ: "“{path}” cannot be read: {reason}", "файл «{path}» не читается: {reason}";
    /// A document that cannot be opened.
    NOT_OPENED: "the document was written and cannot be opened: {reason}", "документ записан, но не открывается: {reason}";
    /// A path at which no records are.
    NOTHING_THERE: "“{path}”: there is no file of records at this place; name a file or folder below data/, or a report.yaml", "«{path}»: здесь нет файлов с записями; укажите файл или папку внутри data/ или файл report.yaml";
    /// A folder that is no workspace.
    NO_WORKSPACE: "“{path}” is not a workspace: it needs the folders data/, templates/ and fonts/", "«{path}» — не рабочая область: в ней должны быть папки data/, templates/ и fonts/";
    /// A workspace without one of its folders.
    FOLDER_MISSING: "the folder “{path}” is missing, and nothing can be done without it; put it back, or name another workspace with --root", "нет папки «{path}», без неё ничего нельзя сделать; верните её на место или укажите другую рабочую область с помощью --root";
    /// No workspace from here upwards.
    NO_WORKSPACE_HERE: "there is no workspace here: no folder from this one upwards holds data/, templates/ and fonts/; go there, or name it with --root", "здесь нет рабочей области: ни в этой папке, ни в папках над ней нет data/, templates/ и fonts/; перейдите в нужную папку или укажите её с помощью --root";
    /// The current folder cannot be read.
    NO_FOLDER: "the current folder cannot be read: {reason}", "текущая папка не читается: {reason}";
    /// A kind that does not exist.
    NO_KIND: "there is no kind “{kind}”; there are: {known}, reports", "вида «{kind}» нет; есть: {known}, reports";
    /// A kind of record that does not exist.
    NO_KIND_OF_RECORD: "there is no kind of record “{kind}”; there are: {known}", "вида записей «{kind}» нет; есть: {known}";
    /// A record that does not exist.
    NO_RECORD: "there is no record “{id}”; `chancery list` shows the kinds", "записи «{id}» нет; виды записей выводит `chancery list`";
    /// Nothing to make a document of.
    NO_SUBJECTS_YET: "there is no record to make a document of", "нет записи, по которой можно подготовить документ";
    /// A report that does not exist.
    NO_REPORT: "there is no report “{report}”; there are: {known}", "отчёта «{report}» нет; есть: {known}";
    /// A subject for a report that takes none.
    TAKES_NO_SUBJECT: "the report “{report}” is one document and takes no subject", "отчёт «{report}» — один документ, записи для него не указывают";
    /// A subject that does not exist.
    NO_SUBJECT: "there is no {kind} “{subject}”; `chancery list {kind}` shows those there are", "записи «{subject}» вида {kind} нет; имеющиеся выводит `chancery list {kind}`";
    /// A language that a report is not made in.
    NOT_IN_LANGUAGE: "the report is not made in {language}; its languages are: {known}", "отчёт не выпускается на языке: {language}; его языки: {known}";
    /// An edition that does not exist.
    NO_EDITION: "there is no edition “{edition}”; data/settings.yaml names: {known}", "издания «{edition}» нет; в data/settings.yaml указаны: {known}";
    /// A document, and others with the same fault.
    AND_OTHERS: "{document}” and {number} more, up to “{last}", "{document}» и ещё {number}, до «{last}";
    /// Why a schema is refused.
    SCHEMA_DATE: "it is begins, ends or spans", "допустимы begins, ends и spans";
    /// A day that is none.
    NO_DAY: "“{text}” is not a day; write it as 2022-03-04", "«{text}» — не день; напишите так: 2022-03-04";
    /// After a report that is made for each record.
    ONE_FOR_EACH: ", one for each {kind}", ", отдельно для каждой записи вида {kind}";
    /// After a list of records.
    COUNTED: "Records ({kinds}): {number}", "Записей ({kinds}): {number}";
    /// Before the records that refer to another.
    REFERRED_BY: "Referred to by:", "На запись ссылаются:";
    /// Why a schema is refused.
    SCHEMA_NO_FORMAT: "there is no format “{name}”", "формата «{name}» нет";
    /// Why a schema is refused.
    SCHEMA_NO_TYPE: "there is no type “{name}”", "типа «{name}» нет";
    /// Why a schema is refused.
    SCHEMA_TYPES: "several types are read only with a format", "несколько типов допустимы только вместе с форматом";
    /// Why a schema is refused.
    SCHEMA_ADDITIONAL: "it must be false, so that a mistyped field is found", "должно быть false, чтобы опечатка в названии поля была замечена";
    /// A least length that is not obeyed.
    SCHEMA_LEAST: "it can only be 1: an empty value is never right, and more is not counted", "допустимо только 1: пустого значения не бывает, а больше не считается";
    /// Why a schema is refused.
    SCHEMA_NO_KIND: "there is no kind “{name}”", "вида «{name}» нет";
    /// Why a schema is refused.
    SCHEMA_ALL_OF: "it takes exactly one schema, to describe what a definition leaves open", "в нём должна быть ровно одна схема, которая уточняет определение";
    /// Why a schema is refused.
    SCHEMA_ANY_OF: "it takes a value and the definition “claimed”", "в нём должны быть значение и определение «claimed»";
    /// Why a schema is refused.
    SCHEMA_REFERENCE: "it names a definition as file#/definitions/name", "определение указывается так: file#/definitions/name";
    /// Why a schema is refused.
    SCHEMA_CIRCLE: "definitions refer to each other in a circle", "определения ссылаются друг на друга по кругу";
    /// Why a schema is refused.
    SCHEMA_NO_DEFINITION: "there is no such definition", "такого определения нет";
    /// Why a schema is refused.
    SCHEMA_SEVERITY: "it is error, warning or note", "допустимы error, warning и note";
    /// Why a schema is refused.
    SCHEMA_RULE: "a rule has `rule`, `code` and `message` with `en`", "у правила должны быть `rule`, `code` и `message` с `en`";
    /// Why a schema is refused.
    SCHEMA_NOT_CHECKED: "records are not checked by it", "записи по нему не проверяются";
    /// The place of a fault that is in no file.
    WORKSPACE: "the workspace", "рабочая область";
    /// Instead of a count.
    NO_FAULTS: "no faults", "ошибок и замечаний нет";
    /// The other place of a key.
    FIRST_GIVEN: "first given here", "впервые указано здесь";
    /// The other place of an id.
    ALSO_USED: "also used here", "используется и здесь";
    /// The place that a suppression or a reference leads to.
    NAMED_HERE: "named here", "названо здесь";
    /// After a slip of the hand.
    DID_YOU_MEAN: "Did you mean “{name}”?", "Возможно, имелось в виду «{name}»?";
    /// Where nothing would be right.
    REMOVE_IT: "Remove it.", "Удалите это.";
    /// Where few names are right.
    KNOWN_HERE: "Known here: {names}.", "Здесь допустимы: {names}.";
    /// Where many names are right.
    LOOK_IT_UP: "Look the name up with `chancery list`.", "Найдите название с помощью `chancery list`.";
    /// Where codes are right.
    LIST_OF_CODES: "`chancery explain` lists all codes.", "Все коды выводит `chancery explain`.";
    /// Where ids of a kind are right.
    LIST_OF_KIND: "`chancery list {kind}` shows those there are; a new one needs a record of its own.", "Имеющиеся записи выводит `chancery list {kind}`; для новой нужна отдельная запись.";
    /// A record of any kind.
    A_RECORD: "record", "любого вида";
    /// Between two kinds.
    OR: "{first} or {second}", "{first} или {second}";
    /// Text in quotes that would be something else without them.
    IS_QUOTED: "text in quotes", "текст в кавычках";
    /// A word in quotes.
    QUOTED: "“{value}” in quotes", "«{value}» в кавычках";
    /// A number with a point.
    IS_FRACTION: "a number with a point", "число с точкой";
    /// Text.
    IS_TEXT: "text", "текст";
    /// One word of a choice.
    IS_WORD: "one word", "одно слово";
    /// A whole number.
    IS_INTEGER: "a whole number", "целое число";
    /// A number.
    IS_NUMBER: "a number", "число";
    /// True or false.
    IS_TRUTH: "true or false", "true или false";
    /// A date.
    IS_DATE: "a date", "дата";
    /// A marking.
    IS_MARKING: "a marking", "отметка";
    /// An id.
    IS_REFERENCE: "the id of a record", "идентификатор записи";
    /// A text per language.
    IS_LOCALIZED: "text per language", "текст на каждом языке";
    /// A list.
    IS_LIST: "a list", "список";
    /// Fields.
    IS_FIELDS: "fields", "поля";
    /// Anything.
    IS_VALUE: "a value", "значение";
    /// Nothing.
    IS_NOTHING: "nothing", "ничего нет";
    /// A lower bound.
    AT_LEAST: "at least {n}", "не менее {n}";
    /// An upper bound.
    AT_MOST: "at most {n}", "не более {n}";
    /// A bound of a number.
    OR_MORE: "{n} or more", "не меньше {n}";
    /// A bound of a number.
    OR_LESS: "{n} or less", "не больше {n}";
    /// Where a missing field is looked for.
    WITHIN_FIELD: " in “{name}”", " в «{name}»";
    /// What a field is, before what to do.
    BEFORE: "{text} ", "{text} ";
    /// A date of another form.
    DATE_FORM: "it has another form", "дата пишется иначе";
    /// A day that does not exist.
    DATE_CALENDAR: "the calendar has no such day", "такого дня в календаре нет";
    /// A range turned round.
    DATE_BACKWARDS: "the end lies before the start", "конец раньше начала";
    /// The number of a day in a spreadsheet.
    DATE_SERIAL: "it is the number by which a spreadsheet keeps a day, most likely {date}", "это число, которым электронная таблица хранит день, скорее всего {date}";
    /// Letters in the place of digits.
    DATE_LETTERS: "letters stand in it that look like digits: {letters}", "в ней есть буквы, похожие на цифры: {letters}";
    /// A period with one end.
    DATE_HALF: "one of the two dates of the period is missing", "нет одной из двух дат периода";
    /// Something after a date.
    DATE_TAIL: "after the date stands “{sign}”", "после даты стоит «{sign}»";
    /// A sign of precision before the date.
    DATE_ABOUT: "that it is only about right is said after the date, with the sign ~", "приблизительная дата отмечается знаком ~ после даты";
    /// Another sign between the dates of a period.
    DATE_PERIOD: "between the two dates of a period stands a slash, and nothing else", "между двумя датами периода ставится косая черта и больше ничего";
    /// A word in a date.
    DATE_WORD: "a year is written without a word", "год пишется без слов";
    /// Another sign between the parts of a date.
    DATE_SIGN: "between the numbers stands “{sign}” and not a hyphen", "между числами стоит «{sign}», а не дефис";
    /// Spaces between the parts of a date.
    DATE_SPACES: "there are spaces in it", "в ней есть пробелы";
    /// Days and months of one digit.
    DATE_SHORT: "month and day have two digits each", "месяц и день пишутся двумя цифрами каждый";
    /// How a date is written.
    DATE_WRITE: "Write year-month-day as far as known: 2022-03-03, 2022-03-03/2022-03-04, 2018-04, 2015.", "Пишите год-месяц-день, насколько известно: 2022-03-03, 2022-03-03/2022-03-04, 2018-04, 2015.";
    /// A date that nobody can guess.
    DATE_LOOK_UP: "Look it up in the source. The order is year-month-day.", "Уточните её по источнику. Порядок: год-месяц-день.";
    /// A date that is held as a number.
    DATE_AS_DATE: "Compare it with the source, and write the date:", "Сверьте с источником и напишите дату:";
    /// Letters in the place of digits.
    DATE_DIGITS: "Type digits in their place:", "Наберите вместо них цифры:";
    /// A period with one end.
    DATE_HALF_WRITE: "Write the missing date. If the period is open on that side, write {open}; if it is one date only, write {one}.", "Впишите недостающую дату. Если с этой стороны период не ограничен, напишите {open}; если дата одна, напишите {one}.";
    /// Something after a date.
    DATE_TAIL_OFF: "Remove it:", "Удалите лишнее:";
    /// A sign of precision before the date.
    DATE_ABOUT_WRITE: "Write the sign after the date:", "Поставьте знак после даты:";
    /// Another sign between the dates of a period.
    DATE_PERIOD_WRITE: "Write both dates in full, with a slash between them:", "Напишите обе даты полностью, через косую черту:";
    /// A word in a date.
    DATE_WORD_OFF: "Write the number alone:", "Напишите только число:";
    /// A date in the right order and with other signs.
    DATE_HYPHENS: "Write hyphens, and month and day in two digits each:", "Поставьте дефисы, месяц и день напишите двумя цифрами каждый:";
    /// A date that can be read in one way.
    DATE_ONE: "Write the year first, then month and day in two digits each:", "Напишите сначала год, затем месяц и день, по две цифры:";
    /// A date that can be read in several ways.
    DATE_SEVERAL: "It could be {dates}: write the one that the source means.", "Это может быть {dates}: напишите то, что указано в источнике.";
    /// A date without its century.
    DATE_CENTURY: "Write the year in four digits, and first, for example 2022-03-03.", "Напишите год четырьмя цифрами и первым, например 2022-03-03.";
    /// A date without its century, and what it can be.
    DATE_CENTURY_OF: "Write the year in four digits, and first: {dates}, as the source means.", "Напишите год четырьмя цифрами и первым: {dates}, как указано в источнике.";
    /// How a number is written.
    FOR_EXAMPLE: ", for example {value}", ", например {value}";
    /// How a number with two readings is written.
    FOR_EXAMPLE_TWO: ": {first} or {second}, as the source means", ": {first} или {second}, как указано в источнике";
    /// What a name holds that it cannot.
    LETTERS_ALIKE: "letters of another alphabet that look the same: {letters}", "буквы другого алфавита, которые выглядят так же: {letters}";
    /// What a name holds that it cannot.
    DASHES: "a dash where a hyphen belongs: {letters}", "тире там, где нужен дефис: {letters}";
    /// What to do about an id and a file name that differ.
    RENAME_OR_WRITE_ID: "Rename the file to {id}.yaml, or write: id: {file}", "Переименуйте файл в {id}.yaml или напишите: id: {file}";
    /// What to do about a file name that cannot be an id.
    RENAME_FILE: "Rename the file to {id}.yaml.", "Переименуйте файл в {id}.yaml.";
    /// What to do about an id that cannot be one.
    WRITE_ID: "Write: id: {file}", "Напишите: id: {file}";
    /// What to do about letters that look like Latin ones.
    TYPE_LATIN: "Type the word in Latin letters:", "Наберите слово латинскими буквами:";
    /// What to do about a dash in a name.
    TYPE_HYPHEN: "Type a hyphen in its place:", "Поставьте вместо него дефис:";
    /// What to do about a required field with nothing in it.
    FILL_IN: "Fill it in.", "Заполните его.";
    /// What to do about a field with nothing in it.
    FILL_OR_REMOVE_LINE: "Fill it in, or remove the line.", "Заполните его или удалите строку.";
    /// What to do about an entry with nothing in it.
    FILL_OR_REMOVE: "Fill it in, or remove the entry.", "Заполните его или удалите это значение.";
    /// What to do about one entry where a list is meant.
    LIST_BRACKETS: "Put it between square brackets:", "Возьмите значение в квадратные скобки:";
    /// What to do about fields where a list of them is meant.
    LIST_HYPHEN: "Put a hyphen and a space before its first field:", "Поставьте перед первым полем дефис и пробел:";
    /// What to do about a list too short.
    ADD_ENTRIES: "Add what is missing.", "Добавьте недостающие значения.";
    /// What to do about a list too long.
    REMOVE_ENTRIES: "Remove what is too much.", "Удалите лишние значения.";
    /// Where a text in another language goes.
    ADD_LANGUAGE: "Add {code}: \"…\" here.", "Добавьте здесь {code}: \"…\".";
    /// How a line is with a text in another language.
    WRITE_LANGUAGE: "Write the text in the place of the dots:", "Напишите текст на месте многоточия:";
    /// One of a list is wanted.
    TAKE_BRACKETS_OFF: "Take the square brackets off:", "Уберите квадратные скобки:";
    /// One of several is wanted.
    KEEP_ONE: "Keep one of the entries, without brackets or hyphen.", "Оставьте одно из значений, без скобок и дефиса.";
    /// A word read as true.
    READ_AS_TRUE: "“true”", "«true» (да)";
    /// A word read as false.
    READ_AS_FALSE: "“false”", "«false» (нет)";
    /// A word read as a number.
    READ_AS_NUMBER: "a number", "число";
    /// A word read as a time.
    READ_AS_TIME: "a time or another number", "время или другое число";
    /// A word read as a date.
    READ_AS_DATE: "a date", "дату";
    /// A word read as nothing.
    READ_AS_NOTHING: "nothing", "пустое значение";
    /// The record itself.
    THE_RECORD: "the record itself", "самой записи";
    /// The fields of a field.
    THE_FIELD: "the field “{name}”", "поля «{name}»";
    /// No indent.
    NO_SPACES: "no space", "без пробелов";
    /// An indent.
    ONE_SPACE: "one space", "один пробел";
    /// An indent.
    SPACES: "{n} spaces", "пробелов: {n}";
    /// A file that does not exist.
    NOT_THERE: "it does not exist", "его нет";
    /// A file that may not be read.
    NOT_ALLOWED: "it may not be read by you", "у вас нет права на его чтение";
    /// A path that leads nowhere.
    NOT_FOUND: "there is no such file or folder", "такого файла или такой папки нет";
    /// A path that is closed to the person.
    NO_RIGHT: "you have no right to do so", "недостаточно прав";
    /// A folder where a file is wanted.
    IS_FOLDER: "it is a folder", "это папка";
    /// A disk without room.
    DISK_FULL: "the disk is full", "на диске нет места";
    /// A path that is no folder.
    NOT_A_FOLDER: "it is not a folder", "это не папка";
    /// A link where a file should be written.
    IS_LINK: "it is a link", "это ссылка";
    /// A disk on which nothing can be written.
    READ_ONLY: "the disk can only be read", "диск доступен только для чтения";
    /// A path that is no file.
    NOT_A_FILE: "it is not a file", "это не файл";
    /// Another fault of the system.
    SYSTEM_SAYS: "the system says: {words}", "система сообщает: {words}";
    /// An encoding.
    IS_UTF16: "it looks like UTF-16, which Windows calls Unicode", "похоже на UTF-16, которую Windows называет «Юникод»";
    /// An encoding.
    IS_1251: "it looks like Windows-1251", "похоже на Windows-1251";
    /// An encoding.
    IS_BINARY: "it is no text at all", "это вовсе не текст";
    /// An encoding.
    IS_OTHER: "it holds bytes that are no letters in UTF-8", "в нём есть байты, которых в этой кодировке не бывает";
    /// Where a template fails and Typst advises nothing.
    MEND_TEMPLATE: "Mend the template at this line.", "Исправьте шаблон в этой строке.";
    /// A space that does not break.
    NO_BREAK_SPACE: "an invisible no-break space", "невидимый неразрывный пробел";
    /// A common space.
    A_SPACE: "a space", "пробел";
    /// A sign between others.
    A_SIGN: "“{sign}”", "«{sign}»";
    /// A space of another kind.
    ODD_SPACE: "a space of another kind ({name})", "пробел другого вида ({name})";
    /// Where a field stands that is given twice.
    IN_LINES: ", in lines {first} and {second}", ", в строках {first} и {second}";
    /// Where a field stands that is given twice.
    IN_THIS_LINE: ", both times in this line", ", оба раза в этой строке";
    /// A bracket too many.
    EXTRA_BRACKET: "there is a bracket too many", "здесь лишняя скобка";
    /// Why a line cannot be read.
    WHY_BRACKET_OPEN: "a bracket is opened and not closed", "скобка открыта и не закрыта";
    /// Why a line cannot be read.
    WHY_COMMA: "between brackets, a comma or the closing bracket is missing", "внутри скобок нет запятой или закрывающей скобки";
    /// Why a line cannot be read.
    WHY_QUOTE_OPEN: "a quote is opened and not closed", "кавычка открыта и не закрыта";
    /// Why a line cannot be read.
    WHY_AFTER_QUOTE: "the text goes on after its closing quote", "после закрывающей кавычки текст продолжается";
    /// Why a line cannot be read.
    WHY_BACKSLASH: "the backslash between double quotes means nothing here", "обратная косая черта внутри двойных кавычек здесь ничего не значит";
    /// Why a line cannot be read.
    WHY_TAB: "there is a tab where only spaces may stand", "здесь табуляция, а допустимы только пробелы";
    /// Why a line cannot be read.
    WHY_NAME: "the name of a field with its colon is expected here", "здесь ожидается название поля с двоеточием";
    /// Why a line cannot be read.
    WHY_COLON: "a colon stands where none can be", "двоеточие стоит там, где его быть не может";
    /// Why a line cannot be read.
    WHY_INDENT: "its indent does not fit the lines above", "её отступ не подходит к строкам выше";
    /// Why a line cannot be read.
    WHY_HYPHEN: "a hyphen stands where no list can begin", "дефис стоит там, где список начаться не может";
    /// Why a line cannot be read.
    WHY_COMMENT: "a comment stands in the middle of a text", "комментарий стоит посреди текста";
    /// Why a line cannot be read.
    WHY_BLOCK: "after | or > nothing else can stand on the line", "после | или > на строке больше ничего быть не может";
    /// Why a line cannot be read.
    WHY_PERCENT: "a line that begins with % or --- has a special meaning", "строка, которая начинается с % или ---, имеет особое значение";
    /// Why a line cannot be read.
    WHY_DOTS: "after ... the record is over", "после ... запись окончена";
    /// Why a line cannot be read.
    WHY_UNKNOWN: "it does not have the form “name: value”", "у неё не вид «название: значение»";
    /// After a check without faults.
    ALL_RIGHT: "Records checked: {records}, reports: {reports}; no faults", "Проверено записей: {records}, отчётов: {reports}; ошибок и замечаний нет";
    /// After a check without errors.
    NO_ERRORS: "Records checked: {records}, reports: {reports}; no errors", "Проверено записей: {records}, отчётов: {reports}; ошибок нет";
    /// A language without name.
    A_LANGUAGE: "this language", "этот язык";
    /// Markdown without name.
    THIS_MARKDOWN: "This", "такую разметку";
    /// The end of a merge conflict.
    CONFLICT_END: "down to here", "до этой строки";
}

/// Returns the name of a language of documents, as it stands after “in”.
pub fn language(code: &str) -> &'static Message {
    static NAMES: [(&str, Message); 7] = [
        ("en", Message { en: "English", ru: "английский" }),
        ("ru", Message { en: "Russian", ru: "русский" }),
        ("kk", Message { en: "Kazakh", ru: "казахский" }),
        ("ky", Message { en: "Kyrgyz", ru: "кыргызский" }),
        ("tg", Message { en: "Tajik", ru: "таджикский" }),
        ("tk", Message { en: "Turkmen", ru: "туркменский" }),
        ("uz", Message { en: "Uzbek", ru: "узбекский" }),
    ];
    NAMES.iter().find(|(known, _)| *known == code).map_or(&A_LANGUAGE, |(_, name)| name)
}

/// Returns what Markdown offers and texts do not.
pub fn markdown(what: &str) -> &'static Message {
    static WORDS: [Message; 9] = [
        Message { en: "Headings", ru: "заголовки" },
        Message { en: "Pictures", ru: "изображения" },
        Message { en: "Code (indented lines or `…`)", ru: "код (строки с отступом или `…`)" },
        Message { en: "Quotations with >", ru: "цитаты со знаком >" },
        Message { en: "HTML", ru: "HTML" },
        Message { en: "Lines across the page", ru: "горизонтальные линии" },
        Message { en: "More than a million letters", ru: "более миллиона букв" },
        Message { en: "This form of Markdown", ru: "такую разметку" },
        Message { en: "This", ru: "такую разметку" },
    ];
    WORDS.iter().find(|message| message.en == what).unwrap_or(&THIS_MARKDOWN)
}

/// Returns a number of spaces in words.
pub fn spaces(n: usize) -> Arg {
    match n {
        0 => (&NO_SPACES).into(),
        1 => (&ONE_SPACE).into(),
        n => SPACES.of(vec![("n", n.into())]),
    }
}

/// Returns the word for a severity.
pub fn severity(severity: Severity) -> &'static Message {
    match severity {
        Severity::Error => &ERROR,
        Severity::Warning => &WARNING,
        Severity::Note => &NOTE,
    }
}

/// Returns words of which one is meant: `a, b or c`.
pub fn either(words: &[String]) -> Arg {
    match words {
        [] => "".into(),
        [one] => one.as_str().into(),
        [first @ .., last] => OR.of(vec![("first", first.join(", ").into()), ("second", last.as_str().into())]),
    }
}

/// Returns what to do about a period of which the start or the end is lost.
pub fn half_of_period(start: Option<&str>, end: Option<&str>) -> Arg {
    let one = start.or(end).unwrap_or_default();
    let open = format!("{}/{}", start.unwrap_or(".."), end.unwrap_or(".."));
    DATE_HALF_WRITE.of(vec![("open", open.into()), ("one", one.into())])
}

/// Returns a number of diagnostics in words: `3 errors`, `3 ошибки`.
pub fn counted(severity: Severity, n: usize, locale: Locale) -> String {
    let word = match (locale, severity) {
        (Locale::En, severity) if n == 1 => severity.name(),
        (Locale::En, Severity::Error) => "errors",
        (Locale::En, Severity::Warning) => "warnings",
        (Locale::En, Severity::Note) => "notes",
        (Locale::Ru, Severity::Error) => russian(n, ["ошибка", "ошибки", "ошибок"]),
        (Locale::Ru, Severity::Warning) => russian(n, ["предупреждение", "предупреждения", "предупреждений"]),
        (Locale::Ru, Severity::Note) => russian(n, ["замечание", "замечания", "замечаний"]),
    };
    format!("{n} {word}")
}

/// Returns what stands in the place of notes that are not shown.
pub fn notes_counted(n: usize, locale: Locale) -> String {
    let message = if n == 1 { &NOTE_COUNTED } else { &NOTES_COUNTED };
    message.say(&vec![("counted", counted(Severity::Note, n, locale).into())], locale)
}

/// Returns the Russian form of a noun after a whole number: one, two to four, all else (CLDR plural rules).
pub fn russian(n: usize, forms: [&'static str; 3]) -> &'static str {
    match (n % 10, n % 100) {
        (1, rest) if rest != 11 => forms[0],
        (2..=4, rest) if !(12..=14).contains(&rest) => forms[1],
        _ => forms[2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_follows_the_plural_of_the_language() {
        let said: Vec<String> = [1, 2, 5, 11, 21, 112].map(|n| counted(Severity::Error, n, Locale::Ru)).into();
        assert_eq!(said, ["1 ошибка", "2 ошибки", "5 ошибок", "11 ошибок", "21 ошибка", "112 ошибок"]);
        assert_eq!(counted(Severity::Note, 1, Locale::En), "1 note");
        assert_eq!(notes_counted(1, Locale::Ru), "1 замечание; его показывает `chancery check --notes`");
        assert_eq!(notes_counted(21, Locale::Ru), "21 замечание; их показывает `chancery check --notes`");
    }
}
