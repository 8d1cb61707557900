//! Faults of cells: what stands in them cannot become a value for certain.

use super::register;

register! {
    /// A formula that failed.
    CELL_FAILED = "cell-failed" Error
        en "{cell}: a formula came to the error {value}." => "Mend the formula, or write its value instead."
        ru "{cell}: формула дала ошибку {value}." => "Исправьте формулу или впишите вместо неё значение."
        wrong "▸ wells.csv\nid,name.en,village,sources\nthird-well,#N/A,lower,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// A formula without its value.
    CELL_PENDING = "cell-pending" Error
        en "{cell}: the workbook holds a formula, but not what it comes to." => "Open the workbook in the spreadsheet program and save it again."
        ru "{cell}: в книге есть формула, но нет её значения." => "Откройте книгу в программе электронных таблиц и сохраните заново."
        wrong "▸ wells.xlsx\nA1: id │ B1: depth\nA2: third-well │ B2: = …\n"
        right "▸ wells.xlsx\nA1: id │ B1: depth\nA2: third-well │ B2: 40\n";
    /// A sign for nothing.
    CELL_PLACEHOLDER = "cell-placeholder" Error
        en "{cell}: “{value}” stands for nothing." => "Leave the cell empty."
        ru "{cell}: «{value}» означает, что значения нет." => "Оставьте ячейку пустой."
        wrong "▸ wells.csv\nid,name.en,village,dug,sources\nthird-well,Third Well,lower,—,gazette\n"
        right "▸ wells.csv\nid,name.en,village,dug,sources\nthird-well,Third Well,lower,,gazette\n";
    /// A sign that nobody sees.
    CELL_CONTROL = "cell-control" Error
        en "{cell}: the text has an invisible control character (U+{code})." => "Type the text anew."
        ru "{cell}: в тексте есть невидимый управляющий знак (U+{code})." => "Наберите текст заново."
        wrong "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third\u{7}Well,lower,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// A value of another type.
    CELL_TYPE = "cell-type" Error
        en "{cell}: the field takes {expected}, and the cell holds {found}: {value}." => "Write {expected}, with the format “Text” for the cell."
        ru "{cell}: требуется {expected}, а в ячейке {found}: {value}." => "Впишите то, что требуется ({expected}), задав ячейке формат «Текстовый»."
        wrong "▸ wells.xlsx\nA1: id │ B1: village\nA2: third-well │ B2: 2022-03-03 (a date)\n"
        right "▸ wells.xlsx\nA1: id │ B1: village\nA2: third-well │ B2: lower\n";
    /// Two cells that exclude each other.
    CELLS_CLASH = "cells-clash" Error
        en "{cell}: the value and the claim that holds it are both filled in." => "Empty one of the two cells."
        ru "{cell}: заполнены и значение, и спорное положение, которое его содержит." => "Очистите одну из двух ячеек."
        wrong "▸ wells.csv\nid,name.en,village,depth,depth.claim,sources\nthird-well,Third Well,lower,40,second-depth,gazette\n"
        right "▸ wells.csv\nid,name.en,village,depth,depth.claim,sources\nthird-well,Third Well,lower,40,,gazette\n";
    /// A date cell whose day cannot be taken.
    DATE_CELL = "date-cell" Error
        en "{cell}: the cell {found}." => "{hint}"
        ru "{cell}: ячейка {found}." => "{hint}"
        wrong "▸ wells.xlsx\nA1: id │ B1: dug\nA2: third-well │ B2: 2022-03-03 10:15\n"
        right "▸ wells.xlsx\nA1: id │ B1: dug\nA2: third-well │ B2: 2022-03-03\n";
    /// A date in another form.
    DATE_WRITTEN = "date-written" Error
        en "{cell}: “{value}” is not a date as records write it." => "{hint}"
        ru "{cell}: «{value}» — не дата в той форме, которая принята в записях." => "{hint}"
        wrong "▸ wells.csv\nid,name.en,village,dug,sources\nthird-well,Third Well,lower,13.04.2022,gazette\n"
        right "▸ wells.csv\nid,name.en,village,dug,sources\nthird-well,Third Well,lower,2022-04-13,gazette\n";
    /// A number in another form.
    NUMBER_WRITTEN = "number-written" Error
        en "{cell}: “{value}” is not a number as records write it." => "{hint}"
        ru "{cell}: «{value}» — не число в той форме, которая принята в записях." => "{hint}"
        wrong "▸ wells.csv\nid,name.en,village,depth,sources\nthird-well,Third Well,lower,1 200,gazette\n"
        right "▸ wells.csv\nid,name.en,village,depth,sources\nthird-well,Third Well,lower,120,gazette\n";
    /// A number cell whose value cannot be taken.
    NUMBER_CELL = "number-cell" Error
        en "{cell}: {value} {found}." => "{hint}"
        ru "{cell}: {value} — {found}." => "{hint}"
        wrong "▸ wells.xlsx\nA1: id │ B1: depth\nA2: third-well │ B2: 40%\n"
        right "▸ wells.xlsx\nA1: id │ B1: depth\nA2: third-well │ B2: 40\n";
    /// A word for true or false.
    TRUTH_WRITTEN = "truth-written" Error
        en "{cell}: “{value}” is neither true nor false." => "Write true or false."
        ru "{cell}: «{value}» — не true и не false." => "Напишите true (да) или false (нет)."
        wrong "▸ wells.xlsx\nA1: id │ B1: dry\nA2: third-well │ B2: yes\n"
        right "▸ wells.xlsx\nA1: id │ B1: dry\nA2: third-well │ B2: true\n";
    /// A word that the field does not have.
    CHOICE_UNKNOWN = "choice-unknown" Error
        en "{cell}: “{value}” is not a word of this field." => "{hint}"
        ru "{cell}: в этом поле слово «{value}» не допускается." => "{hint}"
        wrong "▸ wells.xlsx\nA1: id │ B1: water\nA2: third-well │ B2: sweat\n"
        right "▸ wells.xlsx\nA1: id │ B1: water\nA2: third-well │ B2: sweet\n";
    /// A line break in a text of one line.
    TEXT_LINE_BREAK = "text-line-break" Error
        en "{cell}: the text has a line break, and this field is one line: “{value}”." => "Replace the line break by a space."
        ru "{cell}: в тексте есть разрыв строки, а это поле — одна строка: «{value}»." => "Замените разрыв строки пробелом."
        wrong "▸ wells.csv\nid,name.en,village,sources\nthird-well,\"Third\nWell\",lower,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// An entry with nothing in it.
    ENTRY_EMPTY = "entry-empty" Error
        en "{cell}: the list “{value}” has an entry with nothing in it." => "Delete the extra semicolon."
        ru "{cell}: в списке «{value}» есть пустое значение." => "Удалите лишнюю точку с запятой."
        wrong "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette;;gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// A name that no record has.
    NAME_UNKNOWN = "name-unknown" Error
        en "{cell}: no {kind} has the id or the name “{value}”." => "{hint}"
        ru "{cell}: нет записи с идентификатором или названием «{value}» ({kind})." => "{hint}"
        wrong "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lowr,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// A name that several records have.
    NAME_SHARED = "name-shared" Error
        en "{cell}: several records are called “{value}”: {ids}." => "Write the id of the one that is meant, for example {example}"
        ru "{cell}: название «{value}» носят несколько записей: {ids}." => "Впишите идентификатор нужной, например {example}"
        wrong "▸ wells.xlsx\nA1: id │ B1: village\nA2: third-well │ B2: Nowhere\n(and two villages are called Nowhere)\n"
        right "▸ wells.xlsx\nA1: id │ B1: village\nA2: third-well │ B2: lower\n";
    /// A record without id.
    ID_CELL_EMPTY = "id-cell-empty" Error
        en "{cell}: the record has no id." => "Write a new id of lower-case Latin letters, digits and hyphens, for example {example}"
        ru "{cell}: у записи нет идентификатора." => "Впишите новый идентификатор из строчных латинских букв, цифр и дефисов, например {example}"
        wrong "▸ wells.csv\nid,name.en,village,sources\n,Third Well,lower,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// An id of another form.
    ID_WRITTEN = "id-written" Error
        en "{cell}: “{value}” is no id." => "Write lower-case Latin letters, digits and single hyphens, for example {example}"
        ru "{cell}: «{value}» — не идентификатор." => "Впишите строчные латинские буквы, цифры и одиночные дефисы, например {example}"
        wrong "▸ wells.csv\nid,name.en,village,sources\nThird Well,Third Well,lower,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// An id that is the name of a device.
    ID_DEVICE = "id-device" Error
        en "{cell}: “{value}” cannot be an id, because Windows stores no file of this name." => "Write another id, for example {example}"
        ru "{cell}: «{value}» не может быть идентификатором: Windows не хранит файлы с таким именем." => "Впишите другой идентификатор, например {example}"
        wrong "▸ wells.csv\nid,name.en,village,sources\ncon,Third Well,lower,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\ncon-1,Third Well,lower,gazette\n";
    /// A text that no id can be made of.
    ID_UNMAKEABLE = "id-unmakeable" Error
        en "{cell}: no id can be made of “{value}”. {why}" => "Add a column “id” and write an id for each record."
        ru "{cell}: из «{value}» нельзя составить идентификатор. {why}" => "Добавьте столбец «id» и впишите идентификатор каждой записи."
        wrong "▸ wells.csv\n(with --id-from name.ru)\nname.en,name.ru,village,sources\nThird Well,Третий колодец,lower,gazette\n"
        right "▸ wells.csv\n(with --id-from name.en)\nname.en,name.ru,village,sources\nThird Well,Третий колодец,lower,gazette\n";
    /// An id that a record has already.
    ID_TAKEN = "id-taken" Error
        en "{cell}: the workspace has a record “{id}” already; import overwrites nothing." => "Delete the row if it is the same record, or give it another id."
        ru "{cell}: запись «{id}» уже есть; импорт ничего не перезаписывает." => "Удалите строку, если это та же запись, или дайте ей другой идентификатор."
        wrong "▸ wells.csv\nid,name.en,village,sources\nfirst-well,First Well,upper,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n";
    /// A file that is there already.
    FILE_TAKEN = "file-taken" Error
        en "{cell}: the file “{path}” is there already; import overwrites nothing." => "Give the record another id, or look at the file."
        ru "{cell}: файл «{path}» уже существует; импорт ничего не перезаписывает." => "Дайте записи другой идентификатор или проверьте этот файл."
        wrong "▸ wells.xlsx\n(and the file data/wells/third-well.yaml is there)\n"
        right "▸ wells.xlsx\n(and it is not)\n";
    /// One id in two rows.
    ID_CELL_TWICE = "id-cell-twice" Error
        en "{cell}: the id “{id}” stands in another row too: {elsewhere}." => "Give one of the two records another id."
        ru "{cell}: идентификатор «{id}» есть и в другой строке: {elsewhere}." => "Дайте одной из двух записей другой идентификатор."
        wrong "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\nthird-well,Fourth Well,lower,gazette\n"
        right "▸ wells.csv\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\nfourth-well,Fourth Well,lower,gazette\n";
}
