//! Names of months, in the forms that dates ask for.

use crate::record::Language;

/// The form of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Standing by itself: «март».
    Plain,
    /// Governed by a day or a preposition («3 марта», «около марта»), or by a year before it («2022-жылдын марты»).
    Bound,
    /// Cut to three letters, where the language has that.
    Cut,
}

type Names = [&'static str; 12];

/// Returns the name of a month.
pub fn name(month: u32, language: Language, case: Case) -> &'static str {
    let names: &Names = match (language, case) {
        (Language::En, Case::Cut) => &ENGLISH_CUT,
        (Language::En, _) => &ENGLISH,
        (Language::Ru, Case::Bound) => &RUSSIAN_GENITIVE,
        (Language::Ru, _) => &RUSSIAN,
        (Language::Kk, _) => &KAZAKH,
        (Language::Ky, Case::Bound) => &KYRGYZ_POSSESSIVE,
        (Language::Ky, _) => &KYRGYZ,
        (Language::Tg, _) => &TAJIK,
        (Language::Tk, Case::Bound) => &TURKMEN_POSSESSIVE,
        (Language::Tk, _) => &TURKMEN,
        (Language::Uz, _) => &UZBEK,
    };
    names[(month.clamp(1, 12) - 1) as usize]
}

#[rustfmt::skip]
const ENGLISH: Names =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
#[rustfmt::skip]
const ENGLISH_CUT: Names =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
#[rustfmt::skip]
const RUSSIAN: Names =
    ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
#[rustfmt::skip]
const RUSSIAN_GENITIVE: Names =
    ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
#[rustfmt::skip]
const KAZAKH: Names =
    ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
#[rustfmt::skip]
const KYRGYZ: Names =
    ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
#[rustfmt::skip]
const KYRGYZ_POSSESSIVE: Names =
    ["январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры", "октябры", "ноябры", "декабры"];
#[rustfmt::skip]
const TAJIK: Names =
    ["январ", "феврал", "март", "апрел", "май", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];
#[rustfmt::skip]
const TURKMEN: Names =
    ["ýanwar", "fewral", "mart", "aprel", "maý", "iýun", "iýul", "awgust", "sentýabr", "oktýabr", "noýabr", "dekabr"];
#[rustfmt::skip]
const TURKMEN_POSSESSIVE: Names =
    ["ýanwary", "fewraly", "marty", "apreli", "maýy", "iýuny", "iýuly", "awgusty", "sentýabry", "oktýabry", "noýabry", "dekabry"];
#[rustfmt::skip]
const UZBEK: Names =
    ["yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr"];
