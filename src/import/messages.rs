//! What the messages about tables are made of, and the words of the preview.

use crate::diag::messages;
pub use crate::diag::messages::{
    A_RECORD, A_SIGN, DATE_CENTURY, DATE_CENTURY_OF, DATE_SEVERAL, DATE_WRITE, DID_YOU_MEAN, IS_DATE, IS_NUMBER,
    IS_TEXT, IS_TRUTH, LIST_OF_KIND, NO_KIND_OF_RECORD, NOT_READ, either, half_of_period,
};

messages! {
    /// A cell of a sheet.
    CELL_OF_SHEET: "{name} (“{heading}”)", "{name} («{heading}»)";
    /// A cell of a text.
    CELL_OF_TEXT: "Line {line}, “{heading}”", "Строка {line}, «{heading}»";
    /// A row of a sheet.
    ROW_OF_SHEET: "Row {number}", "Строка {number}";
    /// A row of a text.
    LINE_OF_TEXT: "Line {number}", "Строка {number}";
    /// What to do about a value that is missing.
    FILL_CELL: "Fill in this cell.", "Заполните эту ячейку.";
    /// What to do about a value that no column gives.
    ADD_COLUMN: "Add a column with the heading {example}", "Добавьте столбец с заголовком {example}";
    /// A column.
    COLUMN: "“{heading}” ({name})", "«{heading}» ({name})";
    /// The tab as a separator.
    TAB: "Tab", "табуляция";
    /// An old workbook.
    FORM_OLD: "an Excel file of the form before 2007 (.xls)", "файл Excel в формате до 2007 года (.xls)";
    /// A binary workbook.
    FORM_XLSB: "a binary Excel workbook (.xlsb)", "двоичная книга Excel (.xlsb)";
    /// A workbook of OpenDocument.
    FORM_OPEN_DOCUMENT: "an OpenDocument file (.ods or .odt)", "файл OpenDocument (.ods или .odt)";
    /// A text document.
    FORM_DOCUMENT: "a text document", "текстовый документ";
    /// A PDF.
    FORM_PDF: "a PDF document", "документ PDF";
    /// A page of the web or another XML file.
    FORM_WEB: "a web page or an XML file, whatever its name says", "веб-страница или файл XML, какое бы имя он ни носил";
    /// Another archive.
    FORM_ARCHIVE: "an archive without a workbook", "архив, в котором нет книги";
    /// A broken archive.
    PART_ARCHIVE: "the file is cut short or broken", "файл обрезан или повреждён";
    /// A broken workbook.
    PART_WORKBOOK: "its list of sheets, texts or styles cannot be read", "не читается список листов, текстов или стилей";
    /// A broken sheet.
    PART_SHEET: "a sheet cannot be read", "не читается лист";
    /// A slip of the hand, or a column to be left out.
    DID_YOU_MEAN_OR_SKIP: "Did you mean “{name}”? To leave the column out, add --skip \"{heading}\".", "Возможно, имелось в виду «{name}»? Чтобы пропустить столбец, добавьте --skip \"{heading}\".";
    /// A column that no field is like.
    FIELDS_ARE: "The fields are: {names}. To leave the column out, add --skip \"{heading}\".", "Есть поля: {names}. Чтобы пропустить столбец, добавьте --skip \"{heading}\".";
    /// Names to choose from.
    NAMES_ARE: "There are: {names}.", "Есть: {names}.";
    /// A column of a list of fields.
    NUMBERED: "“{field}” holds several fields for each entry: number the columns, for example {example}.", "В поле «{field}» у каждого пункта несколько полей: пронумеруйте столбцы, например {example}.";
    /// Why letters are lost in Windows-1251.
    LOST_1251: "The file is in the encoding Windows-1251, which has no Kazakh, Tajik, Turkmen or Uzbek letters", "Файл сохранён в кодировке Windows-1251, в которой нет казахских, таджикских, туркменских и узбекских букв";
    /// Why letters are lost elsewhere.
    LOST_BEFORE: "The table once passed through an encoding, such as Windows-1251, that does not have these letters", "Таблица прошла через кодировку, в которой этих букв нет (например, Windows-1251)";
    /// Other damaged cells.
    AND_OTHERS: " and in other cells ({number}): {cells}", " и в других ячейках ({number}): {cells}";
    /// Nothing more.
    NOTHING: "", "";
    /// Another way to write a value.
    WRITE: "Write {value}", "Напишите {value}";
    /// The way to write a value of which there are two.
    WRITE_ONE_OF: "It could be {first} or {second}: write the one that is meant.", "Это может быть {first} или {second}: напишите то, что имеется в виду.";
    /// The way to write a date that a spreadsheet keeps as a number.
    DATE_SERIAL: "It is the number by which a spreadsheet keeps a day, most likely {value}. Give the column the format of a date and save again.", "Это число, которым электронная таблица хранит день, скорее всего {value}. Задайте столбцу формат даты и сохраните заново.";
    /// A date in which letters stand for digits.
    DATE_DIGITS: "Letters stand in it that look like digits: {letters}. Write {date}", "В ней есть буквы, похожие на цифры: {letters}. Напишите {date}";
    /// A day that does not exist.
    DATE_NO_DAY: "The calendar has no such day: look it up in the source.", "Такого дня в календаре нет: уточните дату по источнику.";
    /// A period turned round.
    DATE_BACKWARDS: "The end lies before the start: look both up in the source.", "Конец раньше начала: уточните обе даты по источнику.";
    /// A date with a time.
    ODD_MOMENT: "holds a time of day besides the date", "кроме даты содержит время";
    /// A time.
    ODD_TIME: "holds a time, not a date", "содержит время, а не дату";
    /// A month.
    ODD_MONTH: "shows a month, but the sheet keeps the first day of it", "показывает месяц, а хранит первое число этого месяца";
    /// A year.
    ODD_YEAR: "shows a year, but the sheet keeps a day of it", "показывает год, а хранит один из дней этого года";
    /// A day without a year.
    ODD_NO_YEAR: "shows no year; the spreadsheet filled one in by itself", "не показывает год; таблица подставила его сама";
    /// A day that programs count differently.
    ODD_EARLY: "holds a day before March 1900, which spreadsheets count differently", "содержит день до марта 1900 года, а такие дни таблицы считают по-разному";
    /// No day.
    ODD_NONE: "holds a number that is no day of the calendar", "содержит число, которому не соответствует ни один день";
    /// The way to write it.
    TYPE_AS_TEXT: "Give the cell the format “Text” and type {value}", "Задайте ячейке формат «Текстовый» и введите {value}";
    /// The way to write a number.
    NUMBER_FORMS: "Write digits only, with a point before a fraction: 1200 or 1.5.", "Пишите только цифры, перед дробной частью — точку: 1200 или 1.5.";
    /// The way to write a number with its precision.
    QUANTITY_FORMS: "Write digits only, with ~ (about), > (more than) or < (nearly) before them if needed: 1200, ~500, >400, <250.", "Пишите только цифры, при необходимости с ~ (около), > (более) или < (почти) перед ними: 1200, ~500, >400, <250.";
    /// A number that is none of the whole ones.
    NUMBER_WHOLE: "is not a whole number", "не целое число";
    /// A number of which digits are lost.
    NUMBER_DIGITS: "has more than 15 digits, of which a spreadsheet keeps no more than 15", "число, в котором больше 15 цифр, а электронная таблица хранит не больше 15";
    /// A number of which digits are lost.
    NUMBER_SCIENTIFIC: "is a number in scientific form, which a spreadsheet writes in place of one with more digits", "число в экспоненциальной записи: так электронная таблица пишет вместо числа, в котором больше цифр";
    /// A percentage.
    NUMBER_PERCENT: "is shown as a percentage, but kept as a fraction", "число, которое показывается в процентах, а хранится дробью";
    /// A number shown with other digits than its own.
    NUMBER_LOOK: "is a number that the sheet shows in another form, perhaps with leading zeros", "число, которое лист показывает в ином виде, возможно с нулями в начале";
    /// The way to mend it.
    NUMBER_PLAIN: "Give the column the format “General” and look at the numbers again.", "Задайте столбцу формат «Общий» и проверьте числа.";
    /// The way to mend it where text is wanted.
    NUMBER_AS_TEXT: "Give the column the format “Text” and type the value again.", "Задайте столбцу формат «Текстовый» и введите значение заново.";
    /// The way to mend it where it must be whole.
    NUMBER_ROUND: "Write a whole number.", "Напишите целое число.";
    /// The way to mend one that no field takes.
    NUMBER_TOO_LONG: "No number of the records has so many digits: look it up in the source.", "В записях нет чисел с таким количеством цифр: уточните его по источнику.";
    /// The way to mend one below zero.
    NUMBER_BELOW_ZERO: "Nothing below zero can stand here: look it up in the source.", "Число меньше нуля здесь невозможно: уточните его по источнику.";
    /// A time of day.
    IS_TIME: "a time of day", "время суток";
    /// One of a list of words.
    IS_CHOICE: "one of its words", "одно из слов поля";
    /// A record.
    IS_REFERENCE: "the id or the name of a record", "идентификатор или название записи";
    /// A list whose entries are parted by commas.
    PART_BY_SEMICOLON: "Part the entries of the list by a semicolon: {value}", "Разделите значения списка точкой с запятой: {value}";
    /// A title without words of Latin letters.
    SLUG_LETTERS: "It has letters that no id can be made of.", "В нём есть буквы, из которых идентификатор не составить.";
    /// A title that is a number in scientific form.
    SLUG_NUMBER: "It is a number in scientific form.", "Это число в экспоненциальной записи.";
    /// An empty title.
    SLUG_EMPTY: "It is empty.", "Оно пусто.";

    /// The head of the preview of a sheet.
    READ_SHEET: "{path}, sheet “{sheet}”: {rows} {purpose}", "{path}, лист «{sheet}»: {rows} {purpose}";
    /// The head of the preview of a text.
    READ_TEXT: "{path} ({encoding}, columns parted by {separator}): {rows} {purpose}", "{path} ({encoding}, разделитель столбцов: {separator}): {rows} {purpose}";
    /// What a table is read for.
    FOR_RECORDS: "for records of the kind “{kind}”", "для записей вида «{kind}»";
    /// What a table is read for.
    FOR_TRANSLATIONS: "of a list of translations into {language}", "списка переводов ({language})";
    /// A comma.
    COMMA: "a comma", "запятая";
    /// A semicolon.
    SEMICOLON: "a semicolon", "точка с запятой";
    /// A tab.
    A_TAB: "a Tab", "табуляция";
    /// Nothing, as there is one column.
    ONE_COLUMN: "nothing, as there is one", "нет, столбец один";
    /// Empty rows.
    ROWS_EMPTY: "Empty rows passed over: {number}", "Пропущено пустых строк: {number}";
    /// The head of the columns.
    HEAD_COLUMN: "Column", "Столбец";
    /// The head of the headings.
    HEAD_HEADING: "Heading", "Заголовок";
    /// The head of the fields.
    HEAD_FIELD: "Field", "Поле";
    /// A column that is left out.
    LEFT_OUT: "(left out)", "(пропущен)";
    /// A column that is hidden.
    IS_HIDDEN: " (hidden in the sheet)", " (скрыт на листе)";
    /// The ids are made of a field.
    IDS_MADE: "The ids are made of “{field}”.", "Идентификаторы составлены из поля «{field}».";
    /// Records that were found by name.
    FOUND_BY_NAME: "Records found by their names:", "Записи, найденные по названию:";
    /// One of them.
    NAMED: "“{name}” → {id}", "«{name}» → {id}";
    /// The head of the records shown.
    FIRST_RECORDS: "The first {number} of {all}:", "Первые записи ({number} из {all}):";
    /// The end of a preview.
    NOT_WRITTEN: "Nothing is written yet. To write {files}, run the same command with --write.", "Пока ничего не записано. Чтобы записать {files}, повторите команду с --write.";
    /// The end of a preview with faults.
    NOT_WRITTEN_FAULTS: "Nothing is written. Mend the faults in the table and run the command again.", "Ничего не записано. Исправьте ошибки в таблице и повторите команду.";
    /// The end of a preview where only the workspace has faults.
    NOT_WRITTEN_WORKSPACE: "Nothing is written. Mend the faults in the workspace and run the command again.", "Ничего не записано. Исправьте ошибки в рабочей области и повторите команду.";
    /// The end of writing.
    WRITTEN: "Written: {files}", "Записано: {files}";
}
