//! The words that govern a number, and what they make of it.

use std::ops::Range;

use super::passage::Passage;
use crate::evidence::words;
use crate::language::Language;
use crate::portal::Comparator::{self, About, Above, AtLeast, AtMost, Below};

/// Which way a value is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Reduce,
    Increase,
}

/// Words right before a number, the longer before those that end them.
pub fn quantifiers(language: Language) -> &'static [(&'static str, Comparator)] {
    match language {
        Language::Vi => &[
            ("không thấp hơn", AtLeast),
            ("không ít hơn", AtLeast),
            ("không để dưới", AtLeast),
            ("không dưới", AtLeast),
            ("ít nhất là", AtLeast),
            ("ít nhất", AtLeast),
            ("tối thiểu là", AtLeast),
            ("tối thiểu", AtLeast),
            ("không vượt quá", AtMost),
            ("không được vượt quá", AtMost),
            ("không để quá", AtMost),
            ("không nhiều hơn", AtMost),
            ("không cao hơn", AtMost),
            ("không quá", AtMost),
            ("tối đa là", AtMost),
            ("tối đa", AtMost),
            ("nhiều nhất", AtMost),
            ("trên dưới", About),
            ("trên mức", Above),
            ("cao hơn", Above),
            ("lớn hơn", Above),
            ("nhiều hơn", Above),
            ("vượt", Above),
            ("dưới mức", Below),
            ("thấp hơn", Below),
            ("nhỏ hơn", Below),
            ("ít hơn", Below),
            ("hơn", Above),
            ("trên", Above),
            ("dưới", Below),
            ("khoảng", About),
            ("xấp xỉ", About),
            ("gần", About),
            ("≥", AtLeast),
            ("> =", AtLeast),
            ("≤", AtMost),
            ("< =", AtMost),
            (">", Above),
            ("<", Below),
            ("~", About),
            ("≈", About),
        ],
        Language::En => &[
            ("no less than", AtLeast),
            ("not less than", AtLeast),
            ("no fewer than", AtLeast),
            ("not fewer than", AtLeast),
            ("not lower than", AtLeast),
            ("not fall below", AtLeast),
            ("no lower than", AtLeast),
            ("not below", AtLeast),
            ("not under", AtLeast),
            ("at least", AtLeast),
            ("at the very least", AtLeast),
            ("a minimum of", AtLeast),
            ("minimum of", AtLeast),
            ("no more than", AtMost),
            ("not more than", AtMost),
            ("not over", AtMost),
            ("not above", AtMost),
            ("not exceeding", AtMost),
            ("not exceed", AtMost),
            ("not to exceed", AtMost),
            ("no higher than", AtMost),
            ("at most", AtMost),
            ("a maximum of", AtMost),
            ("maximum of", AtMost),
            ("more than", Above),
            ("greater than", Above),
            ("higher than", Above),
            ("exceeding", Above),
            ("exceeds", Above),
            ("exceed", Above),
            ("surpasses", Above),
            ("surpass", Above),
            ("over", Above),
            ("above", Above),
            ("less than", Below),
            ("fewer than", Below),
            ("lower than", Below),
            ("under", Below),
            ("below", Below),
            ("about", About),
            ("around", About),
            ("approximately", About),
            ("roughly", About),
            ("nearly", About),
            ("almost", About),
            ("≥", AtLeast),
            ("> =", AtLeast),
            ("≤", AtMost),
            ("< =", AtMost),
            (">", Above),
            ("<", Below),
            ("~", About),
            ("≈", About),
        ],
    }
}

/// Words right after a number and its unit.
pub fn trailing(language: Language) -> &'static [(&'static str, Comparator)] {
    match language {
        Language::Vi => &[("trở lên", AtLeast), ("trở xuống", AtMost), ("hoặc hơn", AtLeast), ("hoặc cao hơn", AtLeast), ("hoặc thấp hơn", AtMost)],
        Language::En => &[
            ("or more", AtLeast),
            ("or above", AtLeast),
            ("or higher", AtLeast),
            ("or over", AtLeast),
            ("and above", AtLeast),
            ("and over", AtLeast),
            ("and more", AtLeast),
            ("or less", AtMost),
            ("or fewer", AtMost),
            ("or below", AtMost),
            ("or lower", AtMost),
            ("or under", AtMost),
            ("and below", AtMost),
        ],
    }
}

/// Words that say that the number is where something stands, not by how much it moves.
pub fn standings(language: Language) -> &'static [&'static str] {
    match language {
        Language::Vi => &[
            "đạt",
            "đạt mức",
            "ở mức",
            "lên mức",
            "xuống mức",
            "đến mức",
            "mức",
            "lên đến",
            "lên tới",
            "lên",
            "xuống còn",
            "xuống",
            "còn",
            "là",
            "bằng",
            "đến",
            "tới",
            "chiếm",
            "có",
            "đủ",
            "về",
        ],
        Language::En => &["at a level of", "at the level of", "a level of", "steady at", "stable at", "unchanged at", "at the", "at", "the"],
    }
}

/// Words to keep something as it is.
pub fn keeping(language: Language) -> &'static [&'static str] {
    match language {
        Language::Vi => &["duy trì vững chắc", "duy trì ổn định", "duy trì", "giữ vững", "giữ nguyên", "giữ ổn định", "giữ"],
        Language::En => &[
            "maintain",
            "maintains",
            "maintained",
            "maintaining",
            "keep",
            "keeps",
            "kept",
            "keeping",
            "stay",
            "stays",
            "hold",
            "holds",
            "remain",
            "remains",
            "retain",
        ],
    }
}

/// Verbs right before a number (with its quantifier) that make it a change.
pub fn change_words(language: Language) -> &'static [(&'static str, Change)] {
    use Change::{Increase, Reduce};
    match language {
        Language::Vi => &[
            ("giảm được", Reduce),
            ("giảm thêm", Reduce),
            ("giảm", Reduce),
            ("bớt", Reduce),
            ("hạ", Reduce),
            ("tăng được", Increase),
            ("tăng thêm", Increase),
            ("nâng thêm", Increase),
            ("tăng", Increase),
            ("thêm", Increase),
        ],
        Language::En => &[
            ("reduce", Reduce),
            ("reduces", Reduce),
            ("reduced", Reduce),
            ("reducing", Reduce),
            ("cut", Reduce),
            ("cuts", Reduce),
            ("cutting", Reduce),
            ("lower", Reduce),
            ("lowers", Reduce),
            ("lowered", Reduce),
            ("lowering", Reduce),
            ("decrease", Reduce),
            ("decreases", Reduce),
            ("decreased", Reduce),
            ("decreasing", Reduce),
            ("shrink", Reduce),
            ("shrinks", Reduce),
            ("fall", Reduce),
            ("falls", Reduce),
            ("drop", Reduce),
            ("drops", Reduce),
            ("down", Reduce),
            ("decline", Reduce),
            ("declines", Reduce),
            ("reduction", Reduce),
            ("fewer", Reduce),
            ("increase", Increase),
            ("increases", Increase),
            ("increased", Increase),
            ("increasing", Increase),
            ("raise", Increase),
            ("raises", Increase),
            ("raised", Increase),
            ("raising", Increase),
            ("rise", Increase),
            ("rises", Increase),
            ("growth", Increase),
            ("grow", Increase),
            ("grows", Increase),
            ("growing", Increase),
            ("expand", Increase),
            ("expands", Increase),
            ("add", Increase),
            ("adds", Increase),
            ("adding", Increase),
        ],
    }
}

/// For each place the nearest verb of change before it in its sentence: `reduce the number of sites by at least 40%`.
pub fn changes(passage: &Passage) -> Vec<Option<Change>> {
    let words = change_words(passage.language);
    let mut nearest = None;
    let verb = |at: usize| words.iter().find(|(word, _)| passage.word(at) == *word).map(|(_, change)| *change);
    (0..passage.tokens.len())
        .map(|at| {
            let before = nearest;
            nearest = if matches!(passage.word(at), "." | ";" | "!" | "?") { None } else { verb(at).or(nearest) };
            before
        })
        .collect()
}

/// The last verb of change that stands in the range.
pub fn verb(language: Language, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let found: Vec<&str> = change_words(language).iter().map(|(word, _)| *word).collect();
    words::find_last(text, range, &found)
}
