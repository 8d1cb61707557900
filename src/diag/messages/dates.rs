//! What is wrong with a date, and how it is written.

use crate::diag::message::messages;

messages! {
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
}
