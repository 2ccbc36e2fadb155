//! A milestone has no figure: its quote must say that something is done or kept, and what.

use std::cmp::Reverse;
use std::ops::Range;

use super::quote::FoundQuote;
use super::{Claim, Failure, UnitInPlan, words};
use crate::language::Language;
use crate::language::text::nfc;
use crate::portal::Goal;

/// What the quote lacks: a verb of the goal, one of the indicator's words.
pub(super) fn lacks(claim: &Claim, unit: &UnitInPlan, found: &FoundQuote) -> Vec<Failure> {
    let quote = found.range.clone();
    let objects: Vec<Range<usize>> = claim
        .terms
        .iter()
        .filter_map(|term| words::find(unit.text, quote.clone(), nfc(term.trim()).as_ref()))
        .collect();
    // `chương trình xóa mù chữ` eradicates nothing: a verb within the object's name says nothing of
    // the object.
    let stands_free =
        |at: &usize| !objects.iter().any(|object| object.start < *at && *at < object.end);
    let first = |verbs_of: Verbs, but: &[&str]| {
        let verbs = verbs(unit.language, verbs_of).filter(|verb| !but.contains(verb));
        let found = verbs.filter_map(|verb| {
            places(unit, quote.clone(), verb).find(|place| stands_free(&place.start))
        });
        // Of two that begin alike, the longer one is the verb.
        found.min_by_key(|place| (place.start, Reverse(place.end)))
    };
    let keeps = first(KEEPING, &[]);
    // `tiếp tục duy trì` completes nothing; `hoàn thành và duy trì` does.
    let has_verb = match claim.goal {
        Goal::Maintain => keeps.is_some(),
        _ => match &keeps {
            None => first(DOING, &[]).is_some(),
            Some(keeps) => first(DOING, OF_ANY_AIM).is_some_and(|does| does.start < keeps.start),
        },
    };
    let has_object = !objects.is_empty();
    let no_verb = (!has_verb).then(|| {
        let other = if claim.goal == Goal::Maintain { first(DOING, OF_ANY_AIM) } else { keeps };
        match other {
            Some(verb) => Failure::OtherVerb { verb, goal: claim.goal },
            None => Failure::NoVerb { quote: quote.clone(), goal: claim.goal },
        }
    });
    let no_object = (!has_object)
        .then(|| Failure::NoObject { quote: quote.clone(), terms: claim.terms.to_vec() });
    no_verb.into_iter().chain(no_object).collect()
}

/// The words of the quote from the verb of the goal to the object, whichever comes first; the whole
/// quote where it has not both.
pub(super) fn core(claim: &Claim, unit: &UnitInPlan, quote: &Range<usize>) -> Range<usize> {
    let objects: Vec<Range<usize>> = claim
        .terms
        .iter()
        .filter_map(|term| words::find(unit.text, quote.clone(), nfc(term.trim()).as_ref()))
        .collect();
    let free = |place: &Range<usize>| {
        !objects.iter().any(|object| object.start < place.start && place.start < object.end)
    };
    let object = objects.iter().min_by_key(|object| (object.start, Reverse(object.end))).cloned();
    // The verb that is nearest before the object; else the first.
    let nearest = |of: Verbs, but: &[&str]| {
        let verbs = verbs(unit.language, of).filter(|verb| !but.contains(verb));
        let found: Vec<Range<usize>> =
            verbs.flat_map(|verb| places(unit, quote.clone(), verb)).filter(free).collect();
        let before = found
            .iter()
            .filter(|place| object.as_ref().is_some_and(|object| place.end <= object.start));
        before
            .max_by_key(|place| (place.start, place.end))
            .or_else(|| found.iter().min_by_key(|place| (place.start, Reverse(place.end))))
            .cloned()
    };
    let verb = if claim.goal == Goal::Maintain {
        nearest(KEEPING, &[])
    } else {
        nearest(DOING, OF_ANY_AIM).or_else(|| nearest(DOING, &[]))
    };
    match (verb, object) {
        (Some(verb), Some(object)) => verb.start.min(object.start)..verb.end.max(object.end),
        _ => quote.clone(),
    }
}

/// In Vietnamese and in English, base forms.
type Verbs = (&'static [&'static str], &'static [&'static str]);

const KEEPING: Verbs = (
    &["duy trì", "giữ vững", "giữ", "củng cố", "bảo tồn"],
    &["maintain", "keep", "kept", "sustain", "consolidate", "hold", "held", "preserve"],
);

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
const OF_ANY_AIM: &[&str] =
    &["tiếp tục", "phấn đấu", "bảo đảm", "đảm bảo", "continue", "strive", "ensure", "guarantee"];

fn verbs(language: Language, (vi, en): Verbs) -> impl Iterator<Item = &'static str> {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
    .iter()
    .copied()
}

/// Where the quote says the verb.
fn places<'text>(
    unit: &'text UnitInPlan,
    quote: Range<usize>,
    verb: &'text str,
) -> impl Iterator<Item = Range<usize>> + use<'text> {
    let end = quote.end;
    let has_forms = unit.language == Language::En && !verb.contains(' ');
    words::starts(unit.text, quote).filter_map(move |start| {
        if has_forms {
            let word = words::split(unit.text, start..end)
                .next()
                .filter(|word| is_form(&word.to_lowercase(), verb))?;
            return Some(start..start + word.len());
        }
        words::at(unit.text, start, verb).filter(|found| found.end <= end)
    })
}

/// `complete`, `completes`, `completed`, `completing`; not `buildings`.
fn is_form(word: &str, verb: &str) -> bool {
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let ending = |base: &str, endings: &[&str]| {
        word.strip_prefix(base).is_some_and(|rest| endings.contains(&rest))
    };
    ending(verb, &["", "s", "es"]) || ending(stem, &["ed", "ing"])
}
