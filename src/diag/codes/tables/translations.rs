//! Faults of a list of translations that comes back: its columns, and rows that cannot be put into the records.
//!
//! What has changed in the records since the list was written is a warning: that row alone is left out. What is wrong in a translation
//! itself is an error: nothing is written until it is mended.

use crate::diag::codes::code::register;

register! {
    from "../../../../tests/codes/";
    /// A table without a column for translations.
    TRANSLATION_LANGUAGE = "translation-language" Error
        en "No column has a language as its heading: en, ru, kk, ky, tg, tk or uz." => "Give the column with the translations the heading that the list had, for example uz"
        ru "Ни у одного столбца нет заголовка с языком: en, ru, kk, ky, tg, tk или uz." => "Верните столбцу с переводами заголовок, который был в списке, например uz"
        wrong "list.csv"
        right "list.csv";
    /// A table with columns for several languages.
    TRANSLATION_LANGUAGES = "translation-languages" Error
        en "{column} and {earlier} both have a language as their heading; a list has one." => "Keep the column of one language, and import the other from a list of its own."
        ru "{column} и {earlier}: у обоих столбцов заголовок — язык; в списке он один." => "Оставьте столбец одного языка, а другой внесите из отдельного списка."
        wrong "list.csv"
        right "list.csv";
    /// A table without a column that says where translations belong.
    TRANSLATION_COLUMN_MISSING = "translation-column-missing" Error
        en "The column “{name}” is missing, which says where the translations belong." => "Put its heading back as it was. If the column is lost, ask for a new list: chancery coverage --untranslated {language} --out new-list.csv"
        ru "Нет столбца «{name}», по которому видно, куда относятся переводы." => "Верните заголовок в прежнем виде. Если столбец утрачен, запросите новый список: chancery coverage --untranslated {language} --out new-list.csv"
        wrong "list.csv"
        right "list.csv";
    /// Two columns of one heading.
    TRANSLATION_COLUMN_TWICE = "translation-column-twice" Error
        en "{column} has the same heading as {earlier}." => "Keep one of the two columns."
        ru "{column}: такой же заголовок, как у {earlier}." => "Оставьте один из двух столбцов."
        wrong "list.csv"
        right "list.csv";
    /// A record that is not there any more.
    TRANSLATION_RECORD_GONE = "translation-record-gone" Warning
        en "{cell}: there is no {kind} “{record}” any more; the row is left out." => "Delete the row, or ask for a new list: chancery coverage --untranslated {language} --out new-list.csv"
        ru "{cell}: записи «{record}» вида {kind} больше нет; строка пропущена." => "Удалите строку или запросите новый список: chancery coverage --untranslated {language} --out new-list.csv"
        wrong "list.csv"
        right "list.csv";
    /// A text that is not there any more.
    TRANSLATION_TEXT_GONE = "translation-text-gone" Warning
        en "{cell}: the {kind} “{record}” has no such text any more: {pointer}; the row is left out." => "Delete the row, or ask for a new list: chancery coverage --untranslated {language} --out new-list.csv"
        ru "{cell}: в записи «{record}» вида {kind} больше нет такого текста: {pointer}; строка пропущена." => "Удалите строку или запросите новый список: chancery coverage --untranslated {language} --out new-list.csv"
        wrong "list.csv"
        right "list.csv";
    /// An original that has changed.
    TRANSLATION_OUTDATED = "translation-outdated" Warning
        en "{cell}: the original in the {kind} “{record}” has changed since the list was written{now}; the row is left out." => "Ask for a new list and translate the text again: chancery coverage --untranslated {language} --out new-list.csv"
        ru "{cell}: с тех пор как список записан, оригинал в записи «{record}» вида {kind} изменился{now}; строка пропущена." => "Запросите новый список и переведите текст заново: chancery coverage --untranslated {language} --out new-list.csv"
        wrong "list.csv"
        right "list.csv";
    /// Cells of a row that the program wrote, and that are not what it wrote.
    TRANSLATION_ROW_DAMAGED = "translation-row-damaged" Error
        en "{cell}: this row has “{value}” in the column “{column}”, which the list did not have." => "Put back what the list had there, or empty the translation and copy it into a new list: chancery coverage --untranslated {language} --out new-list.csv"
        ru "{cell}: в столбце «{column}» этой строки стоит «{value}», чего в списке не было." => "Верните то, что было в списке, или очистите перевод и перенесите его в новый список: chancery coverage --untranslated {language} --out new-list.csv"
        wrong "list.csv"
        right "list.csv";
    /// Cells of one row that come from several.
    TRANSLATION_MISALIGNED = "translation-misaligned" Error
        en "{cell}: the original and the fingerprint of this row do not belong together: “{text}”. Some columns of the list have been sorted or moved without the others, or the original has been edited." => "Undo the sorting, or put the original back as it was; if that cannot be done, copy the translations into a new list: chancery coverage --untranslated {language} --out new-list.csv"
        ru "{cell}: оригинал и отпечаток (fingerprint) этой строки не соответствуют друг другу: «{text}». Часть столбцов списка отсортирована или сдвинута отдельно от остальных, либо изменён оригинал." => "Отмените сортировку или верните оригинал в прежнем виде; если это невозможно, перенесите переводы в новый список: chancery coverage --untranslated {language} --out new-list.csv"
        wrong "list.csv"
        right "list.csv";
    /// Another translation in the record.
    TRANSLATION_EXISTS = "translation-exists" Warning
        en "{cell}: the {kind} “{record}” has another translation already: “{text}”; nothing is overwritten, and the row is left out." => "To change the translation, edit the record."
        ru "{cell}: в записи «{record}» вида {kind} уже есть другой перевод: «{text}»; он не заменяется, строка пропущена." => "Чтобы изменить перевод, исправьте запись."
        wrong "data/wells/third-well.yaml", "list.csv"
        right "data/wells/third-well.yaml", "list.csv";
    /// Two rows for one text.
    TRANSLATION_TWICE = "translation-twice" Error
        en "{cell}: row {row} translates the same text." => "Delete one of the two rows."
        ru "{cell}: тот же текст переведён в строке {row}." => "Удалите одну из двух строк."
        wrong "list.csv"
        right "list.csv";
    /// Letters of another alphabet.
    TRANSLATION_ALPHABET = "translation-alphabet" Error
        en "{cell}: “{word}” is not in the alphabet in which {language} is written here." => "Write the translation in {alphabet} letters."
        ru "{cell}: «{word}» написано не тем алфавитом, который здесь принят для этого языка ({language})." => "Напишите перевод {alphabet}."
        wrong "list.csv"
        right "list.csv";
    /// Letters of two alphabets in one word.
    TRANSLATION_MIXED = "translation-mixed" Error
        en "{cell}: “{word}” mixes Latin and Cyrillic letters that look alike." => "Type the word again with one keyboard."
        ru "{cell}: в слове «{word}» смешаны похожие латинские и кириллические буквы." => "Наберите слово заново на одной раскладке."
        wrong "list.csv"
        right "list.csv";
    /// A sign that nobody sees.
    TRANSLATION_INVISIBLE = "translation-invisible" Error
        en "{cell}: the translation has an invisible character ({name}) in it." => "Type the translation again."
        ru "{cell}: в переводе есть невидимый знак ({name})." => "Наберите перевод заново."
        wrong "list.csv"
        right "list.csv";
    /// Other sources than those of the original.
    TRANSLATION_CITATIONS = "translation-citations" Error
        en "{cell}: the translation and the original do not cite the same sources; the difference is {names}." => "Copy the citations from the original as they stand, for example [@{source}]"
        ru "{cell}: источники в переводе не те, что в оригинале; расхождение: {names}." => "Скопируйте указания источников из оригинала без изменений, например [@{source}]"
        wrong "list.csv"
        right "list.csv";
    /// Markdown that texts do not have.
    TRANSLATION_MARKDOWN = "translation-markdown" Error
        en "{cell}: “{word}” cannot be used in texts." => "Use paragraphs, *emphasis*, **strong words**, lists, links and citations such as [@s01], as in the original."
        ru "{cell}: в текстах нельзя использовать «{word}»." => "Допустимы абзацы, *курсив*, **выделение**, списки, ссылки и указания источников вида [@s01], как в оригинале."
        wrong "list.csv"
        right "list.csv";
    /// A place that cannot be edited for certain.
    TRANSLATION_BY_HAND = "translation-by-hand" Error
        en "{cell}: the place in “{path}” cannot be edited for certain." => "Write the translation into this file by hand, and empty the cell."
        ru "{cell}: место в файле «{path}» не удаётся изменить надёжно." => "Впишите перевод в этот файл вручную и очистите ячейку."
        wrong "data/wells/third-well.yaml" is Sketch, "list.csv"
        right "data/wells/third-well.yaml", "list.csv";
}
