//! Faults of cells: what stands in them cannot become a value for certain.

use crate::diag::codes::code::register;

register! {
    from "../../../../tests/codes/";
    /// A formula that failed.
    CELL_FAILED = "cell-failed" Error
        en "{cell}: a formula came to the error {value}." => "Mend the formula, or write its value instead."
        ru "{cell}: формула дала ошибку {value}." => "Исправьте формулу или впишите вместо неё значение."
        wrong "wells.csv"
        right "wells.csv";
    /// A formula without its value.
    CELL_PENDING = "cell-pending" Error
        en "{cell}: the workbook holds a formula, but not what it comes to." => "Open the workbook in the spreadsheet program and save it again."
        ru "{cell}: в книге есть формула, но нет её значения." => "Откройте книгу в программе электронных таблиц и сохраните заново."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A sign for nothing.
    CELL_PLACEHOLDER = "cell-placeholder" Error
        en "{cell}: “{value}” stands for nothing." => "Leave the cell empty."
        ru "{cell}: «{value}» означает, что значения нет." => "Оставьте ячейку пустой."
        wrong "wells.csv"
        right "wells.csv";
    /// A sign that nobody sees.
    CELL_CONTROL = "cell-control" Error
        en "{cell}: the text has an invisible control character (U+{code})." => "Type the text anew."
        ru "{cell}: в тексте есть невидимый управляющий знак (U+{code})." => "Наберите текст заново."
        wrong "wells.csv"
        right "wells.csv";
    /// A value of another type.
    CELL_TYPE = "cell-type" Error
        en "{cell}: the field takes {expected}, and the cell holds {found}: {value}." => "Write {expected}, with the format “Text” for the cell."
        ru "{cell}: требуется {expected}, а в ячейке {found}: {value}." => "Впишите то, что требуется ({expected}), задав ячейке формат «Текстовый»."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// Two cells that exclude each other.
    CELLS_CLASH = "cells-clash" Error
        en "{cell}: the value and the claim that holds it are both filled in." => "Empty one of the two cells."
        ru "{cell}: заполнены и значение, и спорное положение, которое его содержит." => "Очистите одну из двух ячеек."
        wrong "wells.csv"
        right "wells.csv";
    /// A date cell whose day cannot be taken.
    DATE_CELL = "date-cell" Error
        en "{cell}: the cell {found}." => "{hint}"
        ru "{cell}: ячейка {found}." => "{hint}"
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A date in another form.
    DATE_WRITTEN = "date-written" Error
        en "{cell}: “{value}” is not a date as records write it." => "{hint}"
        ru "{cell}: «{value}» — не дата в той форме, которая принята в записях." => "{hint}"
        wrong "wells.csv"
        right "wells.csv";
    /// A number in another form.
    NUMBER_WRITTEN = "number-written" Error
        en "{cell}: “{value}” is not a number as records write it." => "{hint}"
        ru "{cell}: «{value}» — не число в той форме, которая принята в записях." => "{hint}"
        wrong "wells.csv"
        right "wells.csv";
    /// A number cell whose value cannot be taken.
    NUMBER_CELL = "number-cell" Error
        en "{cell}: {value} {found}." => "{hint}"
        ru "{cell}: {value} — {found}." => "{hint}"
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A word for true or false.
    TRUTH_WRITTEN = "truth-written" Error
        en "{cell}: “{value}” is neither true nor false." => "Write true or false."
        ru "{cell}: «{value}» — не true и не false." => "Напишите true (да) или false (нет)."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A word that the field does not have.
    CHOICE_UNKNOWN = "choice-unknown" Error
        en "{cell}: “{value}” is not a word of this field." => "{hint}"
        ru "{cell}: в этом поле слово «{value}» не допускается." => "{hint}"
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A line break in a text of one line.
    TEXT_LINE_BREAK = "text-line-break" Error
        en "{cell}: the text has a line break, and this field is one line: “{value}”." => "Replace the line break by a space."
        ru "{cell}: в тексте есть разрыв строки, а это поле — одна строка: «{value}»." => "Замените разрыв строки пробелом."
        wrong "wells.csv"
        right "wells.csv";
    /// An entry with nothing in it.
    ENTRY_EMPTY = "entry-empty" Error
        en "{cell}: the list “{value}” has an entry with nothing in it." => "Delete the extra semicolon."
        ru "{cell}: в списке «{value}» есть пустое значение." => "Удалите лишнюю точку с запятой."
        wrong "wells.csv"
        right "wells.csv";
    /// A name that no record has.
    NAME_UNKNOWN = "name-unknown" Error
        en "{cell}: no {kind} has the id or the name “{value}”." => "{hint}"
        ru "{cell}: нет записи с идентификатором или названием «{value}» ({kind})." => "{hint}"
        wrong "wells.csv"
        right "wells.csv";
    /// A name that several records have.
    NAME_SHARED = "name-shared" Error
        en "{cell}: several records are called “{value}”: {ids}." => "Write the id of the one that is meant, for example {example}"
        ru "{cell}: название «{value}» носят несколько записей: {ids}." => "Впишите идентификатор нужной, например {example}"
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A record without id.
    ID_CELL_EMPTY = "id-cell-empty" Error
        en "{cell}: the record has no id." => "Write a new id of lower-case Latin letters, digits and hyphens, for example {example}"
        ru "{cell}: у записи нет идентификатора." => "Впишите новый идентификатор из строчных латинских букв, цифр и дефисов, например {example}"
        wrong "wells.csv"
        right "wells.csv";
    /// An id of another form.
    ID_WRITTEN = "id-written" Error
        en "{cell}: “{value}” is no id." => "Write lower-case Latin letters, digits and single hyphens, for example {example}"
        ru "{cell}: «{value}» — не идентификатор." => "Впишите строчные латинские буквы, цифры и одиночные дефисы, например {example}"
        wrong "wells.csv"
        right "wells.csv";
    /// An id that is the name of a device.
    ID_DEVICE = "id-device" Error
        en "{cell}: “{value}” cannot be an id, because Windows stores no file of this name." => "Write another id, for example {example}"
        ru "{cell}: «{value}» не может быть идентификатором: Windows не хранит файлы с таким именем." => "Впишите другой идентификатор, например {example}"
        wrong "wells.csv"
        right "wells.csv";
    /// A text that no id can be made of.
    ID_UNMAKEABLE = "id-unmakeable" Error
        en "{cell}: no id can be made of “{value}”. {why}" => "Add a column “id” and write an id for each record."
        ru "{cell}: из «{value}» нельзя составить идентификатор. {why}" => "Добавьте столбец «id» и впишите идентификатор каждой записи."
        wrong "wells.csv" is Sketch
        right "wells.csv" is Sketch;
    /// An id that a record has already.
    ID_TAKEN = "id-taken" Error
        en "{cell}: the workspace has a record “{id}” already; import overwrites nothing." => "Delete the row if it is the same record, or give it another id."
        ru "{cell}: запись «{id}» уже есть; импорт ничего не перезаписывает." => "Удалите строку, если это та же запись, или дайте ей другой идентификатор."
        wrong "wells.csv"
        right "wells.csv";
    /// A file that is there already.
    FILE_TAKEN = "file-taken" Error
        en "{cell}: the file “{path}” is there already; import overwrites nothing." => "Give the record another id, or look at the file."
        ru "{cell}: файл «{path}» уже существует; импорт ничего не перезаписывает." => "Дайте записи другой идентификатор или проверьте этот файл."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// One id in two rows.
    ID_CELL_TWICE = "id-cell-twice" Error
        en "{cell}: the id “{id}” stands in another row too: {elsewhere}." => "Give one of the two records another id."
        ru "{cell}: идентификатор «{id}» есть и в другой строке: {elsewhere}." => "Дайте одной из двух записей другой идентификатор."
        wrong "wells.csv"
        right "wells.csv";
}
