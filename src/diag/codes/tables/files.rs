//! Faults of the file and of its form.

use crate::diag::codes::code::register;

register! {
    from "../../../../tests/codes/";
    /// A file larger than a table can be.
    TABLE_TOO_LARGE = "table-too-large" Error
        en "The file has {size} bytes; a table has at most {limit}." => "Save the sheet with the records alone, without pictures."
        ru "Размер файла в байтах — {size}; для таблицы допускается не более {limit}." => "Сохраните только лист с записями, без рисунков."
        wrong "wells.csv" is Megabytes(33)
        right "wells.csv";
    /// A file of another form.
    TABLE_FORM_UNKNOWN = "table-form-unknown" Error
        en "This is {found}; tables are read from .xlsx and .csv." => "Open it in the spreadsheet program and save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”."
        ru "Это {found}; таблицы читаются из .xlsx и .csv." => "Откройте файл в программе электронных таблиц и сохраните как «Книга Excel (.xlsx)» или «CSV UTF-8»."
        wrong "wells.csv"
        right "wells.csv";
    /// A workbook with a password.
    TABLE_PASSWORD = "table-password" Error
        en "The workbook is locked with a password." => "Open it, take the password off (File, Info, Protect Workbook) and save again."
        ru "Книга защищена паролем." => "Откройте её, снимите пароль («Файл», «Сведения», «Защита книги») и сохраните заново."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A broken workbook.
    TABLE_DAMAGED = "table-damaged" Error
        en "The workbook cannot be read: {part}." => "Open it in the spreadsheet program and save it again as “Excel Workbook (.xlsx)”."
        ru "Книга не читается: {part}." => "Откройте её в программе электронных таблиц и сохраните заново как «Книга Excel (.xlsx)»."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A small file that unpacks to a huge one.
    TABLE_UNPACKS_TOO_LARGE = "table-unpacks-too-large" Error
        en "The workbook unpacks to more than {limit} MB." => "Copy the rows with records into a new workbook and save that."
        ru "В распакованном виде книга больше {limit} МБ." => "Скопируйте строки с записями в новую книгу и сохраните её."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A table of too many rows.
    TABLE_TOO_LONG = "table-too-long" Error
        en "The table has more than {limit} rows." => "Split it into several files."
        ru "В таблице больше {limit} строк." => "Разделите её на несколько файлов."
        wrong "wells.csv" is Sketch
        right "wells.csv";
    /// A table of too many columns or cells.
    TABLE_TOO_WIDE = "table-too-wide" Error
        en "The table has more than {columns} columns or more than {cells} filled cells." => "Delete the columns and cells that are no records, and save again."
        ru "В таблице больше {columns} столбцов или больше {cells} заполненных ячеек." => "Удалите столбцы и ячейки, не относящиеся к записям, и сохраните заново."
        wrong "wells.csv" is Sketch
        right "wells.csv";
    /// A table with nothing in it.
    TABLE_EMPTY = "table-empty" Error
        en "The table has no headings." => "Write the names of the fields into the first row and a record into each row below."
        ru "В таблице нет заголовков." => "В первой строке напишите названия полей, в каждой следующей — по одной записи."
        wrong "wells.csv"
        right "wells.csv";
    /// Headings without records.
    ROWS_NONE = "rows-none" Error
        en "The table has headings, but no rows below them." => "Write a record into each row below the headings."
        ru "В таблице есть заголовки, но под ними нет строк." => "Под заголовками внесите по одной записи в строку."
        wrong "wells.csv"
        right "wells.csv";
    /// A cell of too many letters.
    CELL_TOO_LONG = "cell-too-long" Error
        en "A cell of row {line} has more than {limit} letters." => "Shorten it, or write this record as a file by hand."
        ru "В ячейке строки {line} больше {limit} знаков." => "Сократите текст или создайте файл этой записи вручную."
        wrong "wells.csv" is Sketch
        right "wells.csv";
    /// An encoding that cannot be told.
    ENCODING_UNKNOWN = "encoding-unknown" Error
        en "The encoding of the file cannot be told for certain." => "Open the original table and save it as “CSV UTF-8” or as .xlsx."
        ru "Кодировку файла нельзя определить наверняка." => "Откройте исходную таблицу и сохраните её как «CSV UTF-8» или как .xlsx."
        wrong "wells.csv" is Encoding("KOI8-R")
        right "wells.csv";
    /// Letters that its own encoding cannot have.
    ENCODING_BROKEN = "encoding-broken" Error
        en "The file is in the encoding {encoding}, but line {line} has bytes that are no letters in it." => "Open the original table and save it again as “CSV UTF-8” or as .xlsx."
        ru "Файл в кодировке {encoding}, но в строке {line} есть байты, которые в этой кодировке не образуют букв." => "Откройте исходную таблицу и сохраните её заново как «CSV UTF-8» или как .xlsx."
        wrong "wells.csv" is Sketch
        right "wells.csv";
    /// Letters of which only a question mark is left.
    LETTERS_LOST = "letters-lost" Error
        en "{cell}: letters are lost in “{word}”{others}. {why}; “?” stands in their place, and they cannot be brought back." => "Open the original table and save it again as “CSV UTF-8” or as .xlsx. If it is a question, put a space after “?” and begin the next sentence with a capital letter."
        ru "{cell}: потеряны буквы в «{word}»{others}. {why}; вместо них стоит «?», и восстановить их нельзя." => "Откройте исходную таблицу и сохраните её заново как «CSV UTF-8» или как .xlsx. Если это вопрос, поставьте после «?» пробел и начните следующее предложение с прописной буквы."
        wrong "wells.csv"
        right "wells.csv";
    /// Letters that became others.
    LETTERS_GARBLED = "letters-garbled" Error
        en "{cell}: letters were once read in the wrong encoding in “{word}”{others}; they are not those that were written." => "Open the original table and save it again as “CSV UTF-8” or as .xlsx."
        ru "{cell}: буквы были прочитаны в неверной кодировке в «{word}»{others}; написаны были другие." => "Откройте исходную таблицу и сохраните её заново как «CSV UTF-8» или как .xlsx."
        wrong "wells.csv"
        right "wells.csv";
    /// A quote that is never closed.
    QUOTE_OPEN = "quote-open" Error
        en "The quote opened in line {line} is never closed: {value}" => "Put a \" at the end of the text."
        ru "Кавычка, открытая в строке {line}, нигде не закрыта: {value}" => "Поставьте \" в конце текста."
        wrong "wells.csv"
        right "wells.csv";
    /// Letters after a closed quote.
    QUOTE_TAIL = "quote-tail" Error
        en "Line {line}: letters stand after the closing quote: {value}" => "Write a quote within a text twice: \"the \"\"deep\"\" well\"."
        ru "Строка {line}: после закрывающей кавычки стоят буквы: {value}" => "Кавычку внутри текста пишите дважды: \"этот \"\"глубокий\"\" колодец\"."
        wrong "wells.csv"
        right "wells.csv";
    /// A row of another length than the headings.
    ROW_LENGTH = "row-length" Error
        en "The number of cells in line {line} is {found}, that of the headings {expected}." => "Put a text that has “{separator}” or a line break in it in straight double quotes, or add the cells that are missing."
        ru "В строке {line} ячеек: {found}, а заголовков: {expected}." => "Текст, в котором есть «{separator}» или разрыв строки, возьмите в прямые двойные кавычки либо добавьте недостающие ячейки."
        wrong "wells.csv"
        right "wells.csv";
    /// A sheet that is not there.
    SHEET_UNKNOWN = "sheet-unknown" Error
        en "The workbook has no sheet “{sheet}”." => "{hint}"
        ru "В книге нет листа «{sheet}»." => "{hint}"
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// Several sheets, and none named.
    SHEET_UNSAID = "sheet-unsaid" Error
        en "The workbook has several sheets with something in them: {sheets}." => "Name the one to read, for example --sheet \"{sheet}\""
        ru "В книге несколько заполненных листов: {sheets}." => "Укажите нужный, например --sheet \"{sheet}\""
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A sheet named for a text.
    SHEET_OF_TEXT = "sheet-of-text" Error
        en "A CSV file has no sheets." => "Leave --sheet out."
        ru "В файле CSV нет листов." => "Уберите --sheet."
        wrong "wells.csv" is Sketch
        right "wells.csv";
    /// Other sheets that are left.
    SHEETS_LEFT = "sheets-left" Note
        en "Only the sheet “{sheet}” is read. These hold something too: {sheets}." => "To read another, name it with --sheet."
        ru "Читается только лист «{sheet}». На этих листах тоже что-то есть: {sheets}." => "Чтобы прочитать другой, укажите его с помощью --sheet."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// Rows that are hidden.
    ROWS_HIDDEN = "rows-hidden" Warning
        en "Hidden rows are left out: {rows} (number of rows: {number})." => "To read them too, clear the filter and unhide the rows, and save again."
        ru "Скрытые строки пропущены: {rows} (число скрытых строк: {number})." => "Чтобы прочитать и их, снимите фильтр, отобразите строки и сохраните заново."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// Columns that are hidden.
    COLUMNS_HIDDEN = "columns-hidden" Warning
        en "Hidden columns are read like all others: {names}." => "If a column is not meant, leave it out: --skip \"{heading}\""
        ru "Скрытые столбцы читаются наравне с остальными: {names}." => "Если столбец не нужен, пропустите его: --skip \"{heading}\""
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// Cells that are merged.
    CELLS_MERGED = "cells-merged" Error
        en "The cells {range} are merged, so that one value stands for several records or fields." => "Unmerge them and write the value into each cell that it is meant for."
        ru "Ячейки {range} объединены: одно значение относится к нескольким записям или полям." => "Отмените объединение и впишите значение в каждую ячейку, к которой оно относится."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A workspace that is already wrong.
    WORKSPACE_FAULTY = "workspace-faulty" Error
        en "The workspace has faults already ({number}), so that new records cannot be checked against it." => "Run `chancery check` and mend them first."
        ru "В рабочей области уже есть ошибки ({number}), поэтому проверить по ней новые записи нельзя." => "Запустите `chancery check` и сначала исправьте их."
        wrong "data/wells/first-well.yaml"
        right "data/wells/first-well.yaml";
}
