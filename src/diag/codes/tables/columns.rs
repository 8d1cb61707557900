//! Faults of headings and columns.

use crate::diag::codes::code::register;

register! {
    from "../../../../tests/codes/";
    /// A heading that is no field.
    COLUMN_UNKNOWN = "column-unknown" Error
        en "{column} is no field of the kind {kind}." => "{hint}"
        ru "{column} — не поле вида {kind}." => "{hint}"
        wrong "wells.csv"
        right "wells.csv";
    /// Two columns of one field.
    COLUMN_TWICE = "column-twice" Error
        en "{column} fills the field “{field}”, and so does {earlier}." => "Keep one of them; to leave the other out, change its heading and name it with --skip."
        ru "{column} заполняет поле «{field}», как и {earlier}." => "Оставьте один из них; чтобы пропустить другой, измените его заголовок и укажите его в --skip."
        wrong "wells.csv"
        right "wells.csv";
    /// A column with cells and no heading.
    COLUMN_UNNAMED = "column-unnamed" Error
        en "The column {column} has cells, but no heading." => "Write the name of a field into its first row, or delete the column."
        ru "В столбце {column} есть ячейки, но нет заголовка." => "Впишите в первую строку название поля или удалите столбец."
        wrong "wells.csv"
        right "wells.csv";
    /// A text per language whose heading names none.
    COLUMN_LANGUAGE = "column-language" Error
        en "{column} does not say in which language its texts are." => "Write the language in brackets: {example}"
        ru "{column}: не указано, на каком языке тексты." => "Укажите язык в скобках: {example}"
        wrong "wells.csv"
        right "wells.csv";
    /// A text per language whose heading names one that texts do not have.
    COLUMN_LANGUAGE_UNKNOWN = "column-language-unknown" Error
        en "{column}: “{word}” is no language of texts." => "Write one of {names} in brackets, for example {example}"
        ru "{column}: «{word}» — не язык, на котором бывают тексты." => "Укажите в скобках один из языков: {names}, например {example}"
        wrong "wells.csv"
        right "wells.csv";
    /// A title above the headings.
    HEADINGS_BELOW = "headings-below" Error
        en "The headings seem to stand in row {row}, and something else above them." => "Delete the rows above the headings, save the table and run the command again."
        ru "Заголовки, по-видимому, стоят в строке {row}, а над ними — что-то другое." => "Удалите строки над заголовками, сохраните таблицу и повторите команду."
        wrong "wells.csv"
        right "wells.csv";
    /// A heading that is the name of several fields.
    COLUMN_AMBIGUOUS = "column-ambiguous" Error
        en "{column} can be several fields: {fields}." => "Write the one that is meant as the heading, for example {example}"
        ru "{column} может означать несколько полей: {fields}." => "Напишите в заголовке то, которое имеется в виду, например {example}"
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
    /// A required field without a column.
    COLUMN_MISSING = "column-missing" Error
        en "No column fills the field “{field}”, which every {kind} has." => "Add a column with the heading {example}"
        ru "Ни один столбец не заполняет поле «{field}», обязательное для вида {kind}." => "Добавьте столбец с заголовком {example}"
        wrong "wells.csv"
        right "wells.csv";
    /// A heading to be left out that is not there.
    SKIP_UNKNOWN = "skip-unknown" Error
        en "No column has the heading “{heading}”, which --skip names." => "{hint}"
        ru "Столбца с заголовком «{heading}», указанного в --skip, нет." => "{hint}"
        wrong "wells.csv" is Sketch
        right "wells.csv";
    /// Records without ids.
    ID_SOURCE = "id-source" Error
        en "No column gives the records their ids." => "Add a column “id”, or have the ids made of a field that has Latin letters: --id-from {example}"
        ru "Ни один столбец не задаёт идентификаторы записей." => "Добавьте столбец «id» или составьте идентификаторы из поля с латинскими буквами: --id-from {example}"
        wrong "wells.csv"
        right "wells.csv";
    /// Ids both given and to be made.
    ID_SOURCE_TWICE = "id-source-twice" Error
        en "{column} gives the ids, and --id-from would make them of “{field}”." => "Leave --id-from out, or leave the column out with --skip."
        ru "{column} задаёт идентификаторы, а --id-from составил бы их из «{field}»." => "Уберите --id-from или пропустите столбец с помощью --skip."
        wrong "wells.csv" is Sketch
        right "wells.csv";
    /// A field to make ids of that no column fills.
    ID_SOURCE_UNKNOWN = "id-source-unknown" Error
        en "--id-from names “{field}”, and no column fills it." => "{hint}"
        ru "В --id-from указано поле «{field}», которое не заполняет ни один столбец." => "{hint}"
        wrong "wells.csv" is Sketch
        right "wells.csv" is Sketch;
    /// Dates that a spreadsheet may have turned round.
    DATES_TURNED = "dates-turned" Warning
        en "{column}: some dates are texts that the spreadsheet could not read, such as “{value}”. Where it could, it may have taken the day for the month: {cells}." => "Compare these dates with the original."
        ru "{column}: часть дат осталась текстом, который электронная таблица не смогла прочитать, например «{value}». Там, где смогла, она могла принять день за месяц: {cells}." => "Сверьте эти даты с исходными."
        wrong "wells.xlsx" is Sketch
        right "wells.xlsx" is Sketch;
}
