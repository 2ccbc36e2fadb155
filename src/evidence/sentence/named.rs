//! Whose figure it is: where a list of figures names something else right by this one, an earlier
//! name does not reach it. `Tỷ lệ trẻ nhà trẻ ra lớp đạt 45%, trẻ mẫu giáo đạt 98%`.

use super::parts::Item;
use super::{Scene, before, behind};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{TokenKind, tokens};
use crate::evidence::{Failure, subject};
use crate::portal::StatementKind;

/// An indicator that asks for no words of its own must still share one with its sentence.
fn unnamed(scene: &Scene) -> Option<Failure> {
    // A day of another part is of another thing: `đăng ký trước 30/6; báo cáo trước 20/12`.
    let whole = scene.pieces[0].range.start..scene.pieces.last().map_or(0, |last| last.range.end);
    let part = &scene.passage.source[scene.passage.bytes(whole.clone())];
    let has_content = scene.claim.kind == StatementKind::Deadline
        && scene.passage.source.contains(';')
        && part.split_whitespace().count() > 6;
    let in_part =
        || scene.passage.tokens[whole.clone()].iter().any(|token| is_shared(scene, &token.text));
    let in_text = |text: &str| tokens(text).iter().any(|token| is_shared(scene, &token.text));
    let elsewhere = || {
        (!has_content && in_text(scene.unit.text))
            || scene.lead_ins.iter().chain(&scene.unit.headings).any(|text| in_text(text))
    };
    let shared = in_part() || elsewhere();
    (!shared).then(|| Failure::Unnamed {
        quote: scene.place(&scene.figure),
        words: vec![scene.claim.name.to_owned()],
    })
}

/// Words of many names, which name nothing by themselves.
const PLAIN: &[&str] = &[
    "tỷ", "lệ", "số", "của", "các", "trên", "tổng", "mức", "được", "và", "có", "là", "trong",
    "đến", "bao", "nhiêu", "trước", "ngày", "khi", "hạn", "năm", "the", "of", "a", "an", "share",
    "number", "rate", "how", "many", "and", "is", "are", "in", "by", "to", "when", "before", "as",
    "all", "on",
];

/// Whether a word of the indicator stands right by the figure.
pub fn is_named_here(scene: &Scene) -> bool {
    names_it(scene, before::own_start(scene)..behind::own_end(scene))
}

/// Whether the tokens name the indicator: by its `words`, or by a word of its names where it asks
/// for none.
pub fn names_it(scene: &Scene, range: std::ops::Range<usize>) -> bool {
    if range.is_empty() {
        return false;
    }
    if scene.claim.words.is_empty() {
        let mut inside = scene.passage.tokens[range].iter();
        return inside.any(|token| is_shared(scene, &token.text));
    }
    subject::names(
        scene.claim.words,
        &scene.passage.source[scene.passage.bytes(range)],
        scene.unit.language,
    )
}

/// Whether the word is one of the indicator's names, and says something.
fn is_shared(scene: &Scene, word: &str) -> bool {
    !PLAIN.contains(&word) && word.chars().any(char::is_alphabetic) && scene.claim.own.has(word)
}

/// `Bố trí 420 tỷ đồng, trong đó vốn đầu tư trường lớp là 310 tỷ đồng`: the first figure is of the
/// whole, and the name stands by a part of it.
fn is_named_by_part(scene: &Scene) -> bool {
    let first = scene.pieces[0].range.start;
    let by_part = scene.pieces[scene.own + 1..].iter().any(|piece| {
        let opens = scene.passage.lexeme_at(piece.range.start);
        scene.has_figure(&piece.range)
            && opens.is_some_and(|opens| opens.is(Sense::Which))
            && names_it(scene, piece.range.clone())
    });
    by_part && !names_it(scene, first..behind::own_end(scene))
}

/// Whether a word of the indicator stands behind the figure.
pub fn is_named_behind(scene: &Scene) -> bool {
    let range = scene.figure.end..behind::own_end(scene);
    !range.is_empty()
        && subject::names(
            scene.claim.words,
            &scene.passage.source[scene.passage.bytes(range)],
            scene.unit.language,
        )
}

/// Whether the figures of the sentence are in the order of the things that it names: `A và B lần
/// lượt đạt 70% và 75%`.
pub fn is_in_order(scene: &Scene) -> bool {
    scene.passage.lexemes.iter().any(|lexeme| lexeme.is(Sense::Order))
}

/// The failure of a figure that by the order of the sentence is of another thing.
pub fn out_of_order(scene: &Scene) -> Option<Failure> {
    let ordered = crate::evidence::sentence::place_in_order(scene.unit, scene.mention?)?;
    let names = &scene.unit.text[ordered.before];
    let joints: &[&str] = &[",", " và ", " and "];
    let mut things: Vec<&str> = vec![names];
    for joint in joints {
        things = things.into_iter().flat_map(|thing| thing.split(joint)).collect();
    }
    things.retain(|thing| thing.chars().any(char::is_alphabetic));
    let named: Vec<usize> = (0..things.len())
        .filter(|&at| subject::names(scene.claim.words, things[at], scene.unit.language))
        .collect();
    let [one] = named[..] else { return None };
    let in_time = |thing: &&&str| {
        scene.unit.mentions.iter().any(|mention| {
            mention.kind.is_time() && thing.contains(&scene.unit.text[mention.number.clone()])
        })
    };
    if things.iter().filter(in_time).count() > 0 {
        return None;
    }
    let wrong = things.len() == ordered.figures && one != ordered.place;
    let own_list = things.len() == ordered.figures && scene.claim.breakdown.0.is_empty();
    (wrong && own_list).then(|| Failure::Order { figure: scene.place(&scene.figure) })
}

/// The failure of a figure that the text says of something else than the claim.
pub fn differs(scene: &Scene) -> Option<Failure> {
    scene.mention?;
    if let Some(failure) = out_of_order(scene) {
        return Some(failure);
    }
    if is_named_by_part(scene) {
        return Some(Failure::Unnamed {
            quote: scene.place(&scene.figure),
            words: scene.claim.words.to_vec(),
        });
    }
    if scene.claim.words.is_empty() {
        return unnamed(scene);
    }
    let start = before::own_start(scene);
    let piece = scene.pieces[scene.own].range.clone();
    let total = (piece.start..scene.figure.start).find(|&token| {
        scene
            .passage
            .follows_any(token, &["tổng số", "tổng cộng", "the total", "in total"])
            .is_some()
    });
    let of_total = total.filter(|_| {
        !scene.claim.own.has("tổng") && !scene.claim.own.has("total") && !is_named_here(scene)
    });
    if let Some(total) = of_total.filter(|_| scene.own > 0) {
        return Some(Failure::Unnamed {
            quote: scene.place(&(total..total + 1)),
            words: scene.claim.words.to_vec(),
        });
    }
    let earlier = scene.figures.iter().any(|figure| {
        figure.start < start.max(scene.figure.start)
            && figure.end <= scene.figure.start
            && figure.start >= scene.pieces[0].range.start
    });
    let end = behind::own_end(scene);
    let named = |range: std::ops::Range<usize>| names_it(scene, range);
    if named(start..scene.figure.end) || named(scene.figure.start..end) {
        return None;
    }
    let own = scene.items(start..scene.figure.start);
    if !earlier {
        // `Toàn tỉnh có 96 xã, trong đó 40 xã đạt chuẩn`: the name stands by another figure.
        let by_other = scene.pieces[scene.own + 1..]
            .iter()
            .find(|piece| scene.has_figure(&piece.range) && named(piece.range.clone()));
        let before = named(scene.pieces[0].range.start..start.max(scene.pieces[0].range.start + 1));
        by_other.filter(|_| !before)?;
    }
    let other = own.iter().filter_map(Item::word).find(|lexeme| {
        let names = lexeme.is_any(&[Sense::Noun, Sense::Name, Sense::Verb, Sense::Indirect])
            || lexeme.is_unknown();
        lexeme.kind == TokenKind::Word
            && names
            && !scene.is_own(lexeme)
            && !lexeme.is_any(&[
                Sense::Filler,
                Sense::Level,
                Sense::LevelNoun,
                Sense::Want,
                Sense::Keep,
                Sense::Raise,
            ])
    })?;
    Some(Failure::Unnamed { quote: scene.place(&other.range), words: scene.claim.words.to_vec() })
}
