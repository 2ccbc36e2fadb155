//! A milestone has no figure: its quote must say that something is done or kept, and what.

use std::ops::Range;

use super::quote::FoundQuote;
use super::{Claim, Failure, UnitInPlan, words};
use crate::language::Language;
use crate::language::text::nfc;
use crate::portal::Goal;

/// What the quote lacks: a verb, one of the indicator's words.
pub(super) fn lacks(claim: &Claim, unit: &UnitInPlan, found: &FoundQuote) -> Vec<Failure> {
    let quote = found.range.clone();
    let first = |verbs_of: Verbs, but: &[&str]| {
        verbs(unit.language, verbs_of).filter(|verb| !but.contains(verb)).filter_map(|verb| says(unit, quote.clone(), verb)).min()
    };
    let keeps = first(KEEPING, &[]);
    // `tiếp tục duy trì` completes nothing; `hoàn thành và duy trì` does.
    let has_verb = match claim.goal {
        Goal::Maintain => keeps.is_some(),
        _ if keeps.is_none() => first(DOING, &[]).is_some(),
        _ => first(DOING, OF_ANY_AIM).is_some_and(|does| Some(does) < keeps),
    };
    let has_object = claim.terms.iter().any(|term| words::find(unit.text, quote.clone(), nfc(term.trim()).as_ref()).is_some());
    let no_verb = (!has_verb).then(|| Failure::NoVerb { quote: quote.clone(), goal: claim.goal });
    let no_object = (!has_object).then(|| Failure::NoObject { quote: quote.clone(), terms: claim.terms.to_vec() });
    no_verb.into_iter().chain(no_object).collect()
}

/// In Vietnamese and in English, base forms.
type Verbs = (&'static [&'static str], &'static [&'static str]);

const KEEPING: Verbs =
    (&["duy trì", "giữ vững", "giữ", "củng cố", "bảo tồn"], &["maintain", "keep", "kept", "sustain", "consolidate", "hold", "held", "preserve"]);

const DOING: Verbs = (
    &[
        "hoàn thành",
        "hoàn thiện",
        "đạt",
        "bảo đảm",
        "đảm bảo",
        "thành lập",
        "xây dựng",
        "triển khai",
        "thực hiện",
        "phấn đấu",
        "tổ chức",
        "thí điểm",
        "hình thành",
        "mở",
        "phát triển",
        "nâng",
        "đưa",
        "chuyển",
        "chuyển đổi",
        "xóa",
        "xoá",
        "ban hành",
        "công nhận",
        "áp dụng",
        "đầu tư",
        "sáp nhập",
        "sắp xếp",
        "trở thành",
        "ứng dụng",
        "bố trí",
        "rà soát",
        "tiếp tục",
        "phổ cập",
        "lập",
        "tăng cường",
        "đổi mới",
        "đào tạo",
        "có",
    ],
    &[
        "complete",
        "finish",
        "reach",
        "achieve",
        "attain",
        "meet",
        "met",
        "ensure",
        "guarantee",
        "establish",
        "found",
        "set up",
        "sets up",
        "setting up",
        "build",
        "built",
        "carry out",
        "carries out",
        "carried out",
        "carrying out",
        "implement",
        "strive",
        "pilot",
        "organise",
        "organize",
        "open",
        "form",
        "develop",
        "upgrade",
        "raise",
        "bring",
        "brought",
        "put",
        "move",
        "convert",
        "eradicate",
        "eliminate",
        "issue",
        "recognise",
        "recognize",
        "apply",
        "applies",
        "applied",
        "invest",
        "merge",
        "arrange",
        "become",
        "launch",
        "introduce",
        "create",
        "strengthen",
        "continue",
        "provide",
        "train",
        "turn",
        "improve",
        "make",
        "have",
        "has",
        "universalise",
        "universalize",
    ],
);

/// Verbs that go with another one, which says whether something is to be done or kept.
const OF_ANY_AIM: &[&str] = &["tiếp tục", "phấn đấu", "bảo đảm", "đảm bảo", "continue", "strive", "ensure", "guarantee"];

fn verbs(language: Language, (vi, en): Verbs) -> impl Iterator<Item = &'static str> {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
    .iter()
    .copied()
}

/// Where the quote says the verb first.
fn says(unit: &UnitInPlan, quote: Range<usize>, verb: &str) -> Option<usize> {
    if unit.language == Language::Vi || verb.contains(' ') {
        return words::find(unit.text, quote, verb).map(|found| found.start);
    }
    let word = |start: usize| words::split(unit.text, start..quote.end).next().unwrap_or("");
    words::starts(unit.text, quote.clone()).find(|&start| is_form(&word(start).to_lowercase(), verb))
}

/// `complete`, `completes`, `completed`, `completing`; not `buildings`.
fn is_form(word: &str, verb: &str) -> bool {
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let ending = |base: &str, endings: &[&str]| word.strip_prefix(base).is_some_and(|rest| endings.contains(&rest));
    ending(verb, &["", "s", "es"]) || ending(stem, &["ed", "ing"])
}
