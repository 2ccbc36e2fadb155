//! The other pieces of the sentence: what opens it before the figure's piece, and what follows.
//!
//! A piece with a figure of its own is another statement. It counts only where the figure's piece
//! goes on with it, having no verb of its own: `Hướng tới 80% trường mầm non, 90% trường tiểu học`.

use std::ops::Range;

use super::before::{self, is_proper};
use super::parts::{Item, Joint, Piece};
use super::{Doubts, Scene};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage, TokenKind};
use crate::evidence::{UnitInPlan, leads_on, words};
use crate::language::Language;
use crate::portal::{Measure, Period, StatementKind};

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    opening(scene, doubts);
    following(scene, doubts);
    told_before(scene, doubts);
}

/// The sentence before the one that begins at `offset`, where it has no figure of its own.
fn sentence_before<'text>(unit: &UnitInPlan<'text>, offset: usize) -> Option<&'text str> {
    let text = &unit.text[..offset];
    let sentence = words::last_sentence(text);
    let start = text.rfind(sentence)?;
    (!sentence.is_empty() && !unit.has_figure(&(start..offset))).then_some(sentence)
}

/// `Ở cấp mầm non: A đạt 84%; B đạt 57%`: what opens a list governs every part of it. The figure's
/// own part is read with it anyway.
pub fn opening_of_list<'text>(
    text: &'text str,
    sentence: &Range<usize>,
    figure: usize,
) -> Option<&'text str> {
    let before = &text[sentence.start..figure];
    let (first, last) = (before.find(';')?, before.rfind(';')?);
    // `Xã biên giới: ...; xã đặc biệt khó khăn: ...`: each part has its own opening.
    if before[last..].contains(':') {
        return None;
    }
    let first_part = &before[..first];
    first_part.find(':').map(|colon| first_part[..colon].trim())
}

/// `Tỉnh Lai Châu đặt ra các chỉ tiêu sau.`: a sentence that leads to the one behind it.
pub fn leading_sentence<'text>(unit: &UnitInPlan<'text>, offset: usize) -> Option<&'text str> {
    sentence_before(unit, offset).filter(|sentence| leads_on(sentence))
}

/// Whether a few words that are no sentence, no time and no words of the indicator or of targets
/// stand before the figure's sentence.
fn is_fragment(scene: &Scene, passage: &Passage) -> bool {
    let words: Vec<&Lexeme> =
        passage.lexemes.iter().filter(|lexeme| lexeme.kind == TokenKind::Word).collect();
    let says = |lexeme: &&Lexeme| {
        lexeme.is_any(&[
            Sense::Want,
            Sense::Level,
            Sense::Verb,
            Sense::Light,
            Sense::Keep,
            Sense::Raise,
            Sense::Indirect,
            Sense::Opening,
            Sense::Fresh,
        ]) || scene.is_own(lexeme)
            || passage.follows_sense(lexeme.range.start, Sense::Promise).is_some()
            || matches!(
                passage.word(lexeme.range.start),
                "về" | "on" | "target" | "targets" | "mục"
            )
    };
    let has_year =
        passage.tokens.iter().any(|token| token.text.len() == 4 && token.kind == TokenKind::Number);
    (1..=3).contains(&words.len()) && !has_year && !words.iter().any(says)
}

/// Up to how many words and marks a sentence may only be there for the next one.
const SHORT: usize = 10;

/// What a sentence may say of the one behind it, which only goes on.
const FRAMING: &[Sense] =
    &[Sense::Attribute, Sense::OtherTime, Sense::Hedge, Sense::Condition, Sense::Only];

/// `Trung ương giao cả nước. Tỷ lệ ... đạt 75%.`: a sentence without a time and a wish of its own
/// goes on with the one before, which says of whom or when it is.
fn told_before(scene: &Scene, doubts: &mut Doubts) {
    let Some(sentence) = sentence_before(scene.unit, scene.offset) else { return };
    let has_wish = is_fresh(scene)
        || scene.passage.lexemes.iter().any(|lexeme| lexeme.is_any(&[Sense::Want, Sense::Report]));
    // `Giai đoạn này, ...` speaks of the plan's own time.
    let own_time = (0..scene.number.start.min(8))
        .any(|token| matches!(scene.passage.word(token), "này" | "this" | "nay" | "now"));
    if has_wish || own_time || !scene.times.is_empty() || scene.claim.kind == StatementKind::Result
    {
        return;
    }
    let passage = Passage::with_lexemes(sentence, scene.unit.language, scene.vocabulary);
    let wants = passage.lexemes.iter().any(|lexeme| lexeme.is(Sense::Want));
    let first = passage.lexemes.iter().find(|lexeme| lexeme.kind == TokenKind::Word);
    // `Ví dụ về cách ghi chỉ tiêu.`, `Phương án 2.`
    let is_fragment = is_fragment(scene, &passage);
    if is_fragment || first.is_some_and(|first| first.is(Sense::Hedge)) {
        doubts.above.push((sentence.to_owned(), Sense::Hedge));
    }
    // What a longer sentence says is its own statement.
    if passage.lexemes.len() > SHORT {
        return;
    }
    let turns =
        passage.lexemes.iter().filter(|lexeme| lexeme.kind == TokenKind::Word).find_map(|lexeme| {
            if lexeme.is_any(&[Sense::Name, Sense::Filler]) {
                return None;
            }
            if lexeme.is(Sense::Report) {
                return Some(Sense::OtherTime);
            }
            lexeme.turning().filter(|sense| FRAMING.contains(sense))
        });
    if let Some(sense) = turns.filter(|_| !wants) {
        doubts.above.push((sentence.to_owned(), sense));
    }
}

/// Whether a sentence speaks of the one before: `Nội dung này ...`, `This target ...`, `This is
/// ...`.
pub fn points_back(passage: &Passage) -> bool {
    const WHAT_EN: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "will", "target", "targets", "figure",
        "figures", "item", "items", "goal", "task", "tasks", "plan", "rate", "share", "does",
        "applies", "may",
    ];
    match passage.language {
        Language::Vi => {
            // `Ý tưởng ấy`, `Các chỉ tiêu trên`; not `năm này`, `tỉnh này`.
            let points = |at: usize| {
                let Some(what) = passage.lexeme_before(at) else { return false };
                let is_target =
                    passage.follows_sense(what.range.start, Sense::FigureNoun).is_some();
                let is_other = passage.follows_sense(what.range.start, Sense::OtherNoun).is_some();
                let end = passage.follows_any(at, &["nêu trên", "nói trên"]).unwrap_or(at + 1);
                match passage.word(at) {
                    "này" | "ấy" | "đó" | "kia" => {
                        is_target || !is_other && what.kind == TokenKind::Word && at <= OPENING
                    }
                    "trên" | "nêu" | "nói" => {
                        is_target && passage.lexeme_at(end).is_none_or(|next| !next.is(Sense::Noun))
                    }
                    _ => false,
                }
            };
            // `Nội dung ở gạch đầu dòng thứ nhất ...`
            (0..passage.tokens.len()).any(|at| passage.follows(at, "gạch đầu dòng").is_some())
                || passage.follows(0, "đây").is_some()
                || passage.follows(0, "đó").is_some()
                || (0..passage.tokens.len()).any(points)
        }
        Language::En => {
            let points = |at: usize| {
                matches!(passage.word(at), "this" | "these" | "that")
                    && WHAT_EN.contains(&passage.word(at + 1))
                    && (at == 0
                        || !matches!(
                            passage.word(at + 1),
                            "is" | "are" | "was" | "were" | "has" | "have" | "will" | "may"
                        ))
            };
            (0..passage.tokens.len()).any(|at| matches!(passage.word(at), "bullet" | "bullets"))
                || passage.follows(0, "the target").is_some()
                || passage.follows(0, "the above").is_some()
                || (0..passage.tokens.len()).any(points)
        }
    }
}

/// Within so many words and marks a sentence says what it is about.
const OPENING: usize = 4;

/// Whether the piece of the figure begins a statement of its own: `phấn đấu ...`, `để ...`, or with
/// a verb before the figure.
fn is_fresh(scene: &Scene) -> bool {
    let range = before::own_start(scene)..scene.number.start;
    let inside = scene.passage.lexemes.iter().filter(|lexeme| range.contains(&lexeme.range.start));
    let opens = |lexeme: &Lexeme| {
        lexeme.is_any(&[
            Sense::Fresh,
            Sense::Want,
            Sense::Purpose,
            Sense::But,
            Sense::Verb,
            Sense::Raise,
        ]) && !lexeme.is(Sense::Filler)
    };
    inside.into_iter().any(opens)
}

/// The clauses of the sentence that speak of something else than the figure's, in the unit's text:
/// a group that they name is not the figure's.
pub fn clauses_apart(scene: &Scene) -> Vec<Range<usize>> {
    if !is_whole(scene) {
        return Vec::new();
    }
    let is_apart = |(index, piece): &(usize, &Piece)| {
        if *index == scene.own || scene.has_figure(&piece.range) {
            return false;
        }
        let items = scene.items(piece.range.clone());
        let words: Vec<&Lexeme> = items
            .iter()
            .filter_map(Item::word)
            .filter(|lexeme| lexeme.kind == TokenKind::Word)
            .collect();
        let Some(first) = words.first() else { return false };
        let limits = scene.passage.follows_sense(piece.range.start, Sense::At).is_some()
            || first.is_any(&[Sense::Which, Sense::Except])
            || first.is(Sense::Only) && !before::is_of_time(scene, first);
        let acts =
            *index < scene.own || is_verb(first) || first.is_any(&[Sense::Prohibit, Sense::Only]);
        let before_colon = scene.pieces[*index + 1..=scene.own.max(*index)]
            .iter()
            .any(|next| next.joint == Joint::Colon);
        // A group is among the indicator's words, and names it by itself no more than another.
        let names_it = words.iter().any(|lexeme| {
            let names_group = scene.vocabulary.members.iter().any(|(term, ..)| {
                (lexeme.range.clone())
                    .any(|at| scene.passage.follows(at, term) == Some(lexeme.range.end))
            });
            is_name(scene, lexeme) && !names_group
        });
        !limits && !names_it && acts && !before_colon && is_clause(scene, &words)
    };
    let apart = scene.pieces.iter().enumerate().filter(is_apart);
    let clauses = apart.map(|(_, piece)| scene.place(&piece.range));
    // `Hội Liên hiệp Phụ nữ` names no women.
    let bodies = scene
        .passage
        .lexemes
        .iter()
        .filter(|lexeme| lexeme.is(Sense::Opening) && lexeme.range.len() > 1);
    clauses.chain(bodies.map(|lexeme| scene.place(&lexeme.range))).collect()
}

/// What is said of a subject.
const PREDICATE: &[Sense] = &[
    Sense::Level,
    Sense::LevelTo,
    Sense::Keep,
    Sense::Increase,
    Sense::Reduce,
    Sense::Raise,
    Sense::Verb,
];

/// Whether the figure's piece names the indicator and has a verb: `giai đoạn 2026 - 2030 tỷ lệ hộ
/// nghèo giảm`, `hằng năm giảm 2% tỷ lệ hộ nghèo`.
fn is_whole(scene: &Scene) -> bool {
    let start = before::own_start(scene);
    let verb = |lexeme: &Lexeme| {
        (lexeme.is_any(PREDICATE) || lexeme.is(Sense::Light))
            && !lexeme.is_any(&[Sense::LevelNoun, Sense::And])
    };
    let inside = |range: Range<usize>| {
        scene.passage.lexemes.iter().filter(move |lexeme| range.contains(&lexeme.range.start))
    };
    // The quote of a milestone has its verb and its object.
    let named = scene.mention.is_none()
        || inside(start..scene.figure.start).any(|lexeme| is_name(scene, lexeme))
        || super::named::names_it(scene, scene.figure.end..super::behind::own_end(scene));
    named && (scene.mention.is_none() || inside(start..scene.number.start).any(verb))
}

/// Whether the word belongs to the indicator's names, and says something.
fn is_name(scene: &Scene, lexeme: &Lexeme) -> bool {
    scene.is_own(lexeme) && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Level])
}

/// Whether a piece of the sentence is a clause of its own, with a verb and something that it is
/// done to: it speaks of no target.
fn is_clause(scene: &Scene, words: &[&Lexeme]) -> bool {
    let verb = words.iter().position(|lexeme| is_verb(lexeme));
    words.len() >= 3
        && !speaks_of_targets(scene, words)
        && verb.is_some_and(|verb| verb > 0 || words.len() > 3)
}

/// From how many words on a piece is no connective and no adverb.
const LONG_PIECE: usize = 4;

fn speaks_of_targets(scene: &Scene, words: &[&Lexeme]) -> bool {
    words.iter().any(|lexeme| {
        [Sense::Promise, Sense::FigureNoun]
            .into_iter()
            .any(|sense| scene.passage.follows_sense(lexeme.range.start, sense).is_some())
    })
}

fn is_verb(lexeme: &Lexeme) -> bool {
    lexeme.is_any(&[
        Sense::Verb,
        Sense::Light,
        Sense::Indirect,
        Sense::Keep,
        Sense::Raise,
        Sense::Increase,
        Sense::Reduce,
        Sense::Fresh,
        Sense::Purpose,
    ]) && !lexeme.is_any(&[Sense::LevelNoun, Sense::And])
}

/// Whether a word that makes conditional says only when something else is done: `lúc nông nhàn`,
/// `an toàn khi đến trường`, behind a verb of its own.
fn is_when_of_deed(scene: &Scene, words: &[&Lexeme], place: usize) -> bool {
    scene.passage.follows_sense(words[place].range.start, Sense::When).is_some()
        && words[..place].iter().any(|lexeme| is_verb(lexeme))
}

/// Whether the piece has no verb of its own and goes on with the one before.
fn goes_on(scene: &Scene) -> bool {
    let range = before::own_start(scene)..scene.number.start;
    let is_verb =
        |lexeme: &Lexeme| lexeme.is_any(PREDICATE) || lexeme.is_any(&[Sense::Want, Sense::Fresh]);
    let mut inside =
        scene.passage.lexemes.iter().filter(|lexeme| range.contains(&lexeme.range.start));
    !inside.any(|lexeme| is_verb(lexeme) && !lexeme.is(Sense::Filler))
}

fn opening(scene: &Scene, doubts: &mut Doubts) {
    let fresh = is_fresh(scene);
    let whole = fresh || is_whole(scene);
    let carried = goes_on(scene);
    let mut before_colon = scene.pieces[scene.own].joint == Joint::Colon;
    for index in (0..scene.own).rev() {
        let piece = &scene.pieces[index];
        let has_figure = scene.has_figure(&piece.range);
        let items = scene.items(piece.range.clone());
        let words: Vec<&Lexeme> = items
            .iter()
            .filter_map(Item::word)
            .filter(|lexeme| lexeme.kind != TokenKind::Mark)
            .collect();
        let at_some = is_place(scene, &piece.range);
        let is_of_some = at_some && index + 1 == scene.own;
        if has_figure && !carried && !before_colon && !is_of_some {
            before_colon |= piece.joint == Joint::Colon;
            continue;
        }
        if includes_others(scene, &words, doubts) {
            continue;
        }
        let is_clause = is_clause(scene, &words);
        let in_list = piece.joint == Joint::Conjunction;
        let is_long = words.len() >= LONG_PIECE && !speaks_of_targets(scene, &words);
        let is_between = index > 0 && (in_list || index + 1 < scene.own);
        let may_govern = !(whole && (is_clause || is_long || is_between));
        if let Some(first) = words.first().filter(|first| {
            may_govern && first.is_unknown() && !is_proper(scene, first) && !has_figure
        }) {
            scene.unknown(doubts, first);
        }
        // `Of the newly built schools, 60% ...`: a share of something else.
        let of = scene.unit.language == Language::En
            && !has_figure
            && !in_list
            && matches!(scene.passage.word(piece.range.start), "of" | "among");
        let rest = words.first().filter(|_| of).map_or(piece.range.start, |first| first.range.end);
        let all_own = scene.is_all_own(&(rest..piece.range.end));
        if of
            && !all_own
            && let Some(first) = words.first()
        {
            scene.turned(doubts, first, Sense::OtherWhole);
        }
        let is_object = begins_with_name(scene) && in_clauses(scene, index);
        if !has_figure && !fresh && !is_object && !before_colon && index + 1 == scene.own {
            list_member(scene, piece, &words, doubts);
        }
        let cleared = fresh && !before_colon;
        let parted = whole && (is_clause || in_list) && !before_colon && !has_figure;
        let first_word = scene.passage.word(piece.range.start);
        let points = matches!(
            (first_word, scene.passage.word(piece.range.start + 1)),
            ("tại" | "ở" | "nơi", "đó" | "đây" | "ấy" | "này")
        ) || first_word == "there" && piece.range.len() == 1;
        let of_some = has_figure
            && at_some
            && words.iter().any(|word| super::whom::is_bearer(&scene.passage, word));
        if let Some(first) = words.first().filter(|_| points || of_some) {
            scene.turned(doubts, first, Sense::Only);
        }
        if !has_figure {
            place_named(scene, &piece.range, doubts);
            time_of_noun(scene, &piece.range, doubts);
        }
        let plural = ["các", "những", "nhóm", "khối"];
        let opens_with_many = plural.contains(&scene.passage.word(piece.range.start));
        let heads = index + 1 == scene.own && scene.pieces[scene.own].joint == Joint::Colon;
        if !has_figure && (heads || opens_with_many && !fresh) {
            part_of_whole(scene, &piece.range, doubts);
        }
        let own_clause = !before_colon && !has_figure && is_own_clause(scene, &words);
        for (place, lexeme) in words.iter().enumerate() {
            let Some(sense) =
                lexeme.turning().filter(|sense| !before::harmless(scene, lexeme, *sense))
            else {
                continue;
            };
            let is_or = matches!(scene.passage.word(lexeme.range.start), "hoặc" | "hay" | "or");
            let part_of_name = all_own
                && !matches!(
                    sense,
                    Sense::Deny
                        | Sense::Prohibit
                        | Sense::Withdraw
                        | Sense::Condition
                        | Sense::Except
                );
            let is_other =
                own_clause && matches!(sense, Sense::Withdraw | Sense::Deny | Sense::Prohibit);
            let opens_piece = place == 0 && !(in_list && whole && index > 0);
            let is_of_deed = parted && matches!(sense, Sense::Weaken)
                || parted
                    && sense == Sense::Except
                    && words[..place].iter().any(|lexeme| is_verb(lexeme));
            let is_when = (cleared || parted)
                && sense == Sense::Condition
                && (is_when_of_deed(scene, &words, place)
                    || in_list
                        && scene.passage.follows_sense(lexeme.range.start, Sense::When).is_some());
            if !part_of_name
                && !is_other
                && !is_when
                && !is_of_deed
                && (limits(sense, is_or, cleared, opens_piece, carried && has_figure)
                    && (!parted || opens_piece || always_limits(sense)))
            {
                scene.turned(doubts, lexeme, sense);
            }
        }
        if !fresh && !parted && !has_figure {
            before::groups(scene, &items, doubts);
        }
        before_colon |= piece.joint == Joint::Colon;
    }
}

/// Whether the piece only says who is counted too (`Kể cả các trường ngoài công lập, ...`), which
/// makes more of the whole, but is not of a group alone.
fn includes_others(scene: &Scene, words: &[&Lexeme], doubts: &mut Doubts) -> bool {
    let Some(first) = words.first() else { return false };
    let last = words.last().map_or("", |last| scene.passage.word(last.range.end - 1));
    let includes = scene.passage.follows_sense(first.range.start, Sense::Including).is_some()
        || last == "included";
    if includes && !scene.claim.breakdown.0.is_empty() {
        scene.turned(doubts, first, Sense::OtherWhole);
    }
    includes
}

/// Whether an earlier piece is a clause of its own, whose denial is not of the figure: it has an
/// object (`Xóa bỏ phòng học tạm, xây mới ...`), or the figure's piece has a subject (`Tránh dàn
/// trải, toàn tỉnh xây mới ...`).
fn is_own_clause(scene: &Scene, words: &[&Lexeme]) -> bool {
    let start = scene.passage.lexeme_at(before::own_start(scene));
    let has_subject = start.is_some_and(|start| {
        scene.passage.follows_sense(start.range.start, Sense::OwnPlace).is_some()
    });
    let acts = |lexeme: &Lexeme| {
        lexeme.is_any(&[Sense::Verb, Sense::Light, Sense::Fresh, Sense::Want, Sense::Raise])
            && !lexeme.is_any(&[Sense::LevelNoun, Sense::Level])
    };
    let begins_with_verb = start.is_some_and(acts);
    let Some(turning) = words.iter().position(|lexeme| lexeme.turning().is_some()) else {
        return false;
    };
    let object = words[turning + 1..].iter().find(|lexeme| !lexeme.is(Sense::Filler));
    let is_object = object.is_some_and(|object| {
        object.is_any(&[Sense::Noun, Sense::Name])
            && !object.is(Sense::Verb)
            && scene.passage.follows_sense(object.range.start, Sense::FigureNoun).is_none()
    });
    let is_withdrawal = words[turning].is(Sense::Withdraw);
    turning == 0
        && (has_subject && object.is_some() || is_withdrawal && is_object && begins_with_verb)
}

/// `Tại 80% số xã, ...`, `In 80% of communes, ...`
fn is_place(scene: &Scene, piece: &Range<usize>) -> bool {
    matches!(scene.passage.word(piece.start), "ở" | "tại" | "trong" | "in" | "at" | "among")
}

/// `Tại các khu công nghiệp, xây mới 03 trường`: a place or people that the row is not about.
fn place_named(scene: &Scene, piece: &Range<usize>, doubts: &mut Doubts) {
    if scene.passage.follows_sense(piece.start, Sense::At).is_none() {
        return;
    }
    part_of_whole(scene, piece, doubts);
    // `Ở trung tâm đô thị, ...`: what is not the row's own is a part, if it is no clause.
    // Of the row's own group, the breakdown says whether it is the right one.
    let where_it_is = ["ở", "tại", "đối", "among"];
    if !scene.claim.breakdown.0.is_empty() {
        return;
    }
    let items = scene.items(piece.clone());
    let words: Vec<&Lexeme> = items
        .iter()
        .filter_map(Item::word)
        .filter(|lexeme| lexeme.kind == TokenKind::Word)
        .collect();
    if !where_it_is.contains(&scene.passage.word(piece.start))
        || words.iter().any(|word| is_verb(word))
    {
        return;
    }
    let free =
        [Sense::Opening, Sense::Filler, Sense::LevelNoun, Sense::Level, Sense::And, Sense::Behind];
    let foreign = words.iter().find(|lexeme| {
        (lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown())
            && !lexeme.is_any(&free)
            && !scene.bearer().is_own(&scene.passage, lexeme)
            && !scene.is_own(lexeme)
            && !scene.is_own_compound(lexeme)
    });
    if let Some(lexeme) = foreign {
        scene.turned(doubts, lexeme, Sense::Only);
    }
}

/// A piece that is nothing but the name of a part.
fn part_of_whole(scene: &Scene, piece: &Range<usize>, doubts: &mut Doubts) {
    let free = |token: usize| !scene.times.iter().any(|time| time.contains(&token));
    let words: Vec<usize> = (0..scene.passage.lexemes.len())
        .filter(|&index| {
            let lexeme = &scene.passage.lexemes[index];
            piece.contains(&lexeme.range.start) && free(lexeme.range.start)
        })
        .collect();
    let named = scene.bearer().part_named(&scene.passage, &words, super::whom::Above::LeadIn);
    if let Some(lexeme) = named {
        scene.turned(doubts, lexeme, Sense::Only);
    }
}

/// `Sử dụng nguồn kết dư ngân sách năm 2026, xây mới 06 trường`: the year of the money, where the
/// figure's own piece has none.
fn time_of_noun(scene: &Scene, piece: &Range<usize>, doubts: &mut Doubts) {
    let own = scene.pieces[scene.own].range.clone();
    let acts = scene.passage.lexeme_at(piece.start).is_some_and(|first| {
        first.is_any(&[Sense::Verb, Sense::Light, Sense::Indirect]) && !first.is(Sense::Want)
    });
    let joined = scene.pieces[scene.own].joint == Joint::Conjunction;
    if joined || scene.times.iter().any(|time| own.contains(&time.start)) {
        return;
    }
    let year = scene.claim.period.end_year().map(|year| year.to_string());
    for time in scene.times.iter().filter(|time| piece.contains(&time.start)) {
        let of_noun = scene.passage.lexeme_before(time.start).is_some_and(|before| {
            before.is_any(&[Sense::Noun, Sense::Name]) && !before.is(Sense::Filler)
        });
        let bare = matches!(scene.passage.word(time.start), "năm" | "mỗi" | "hằng" | "hàng");
        let is_claimed =
            time.clone().any(|token| Some(scene.passage.word(token)) == year.as_deref());
        // `Năm 2027 ban hành chính sách, ...`: the year of that deed.
        let deed = scene.passage.lexeme_at(time.end).is_some_and(|next| {
            time.start == piece.start
                && next.is_any(&[Sense::Verb, Sense::Indirect, Sense::Light])
                && !next.is_any(&[Sense::Want, Sense::Fresh, Sense::Level])
        });
        if (acts && of_noun || deed) && bare && is_claimed {
            doubts.turned.push((scene.place(time), Sense::OtherTime));
        }
    }
}

/// `Sửa chữa, xây mới 120 phòng học`, `bảo hiểm xã hội và bảo hiểm y tế đạt`: a list of which the
/// figure's piece is the last member.
fn list_member(scene: &Scene, piece: &Piece, words: &[&Lexeme], doubts: &mut Doubts) {
    const OPENING: &[Sense] = &[
        Sense::Opening,
        Sense::Fresh,
        Sense::Want,
        Sense::Purpose,
        Sense::Light,
        Sense::Filler,
        Sense::Raise,
        Sense::Indirect,
    ];
    let joint = scene.pieces[scene.own].joint;
    let Some(first) = words.first().filter(|_| matches!(joint, Joint::Comma | Joint::Conjunction))
    else {
        return;
    };
    let has_time = scene.times.iter().any(|time| piece.range.contains(&time.start));
    // `căn cứ quy hoạch và nhu cầu, xây mới ...`: what the piece goes on with.
    let index = scene.own.saturating_sub(1);
    let head = (0..=index).rev().find(|&at| scene.pieces[at].joint != Joint::Conjunction);
    let goes_on = head.filter(|&head| head < index).is_some_and(|head| {
        let items = scene.items(scene.pieces[head].range.clone());
        let words: Vec<&Lexeme> = items.iter().filter_map(Item::word).collect();
        is_clause(scene, &words)
            || words.first().is_some_and(|first| first.is_any(&[Sense::Opening, Sense::Fresh]))
    });
    if goes_on || is_clause(scene, words) && begins_with_name(scene) {
        return;
    }
    // `hoàn thiện cơ sở dữ liệu và hình thành ...`: work of its own, with its own object.
    let is_clause = first.is(Sense::Verb) && words.len() > 1;
    let opens = first.is_any(OPENING) && !first.is_any(&[Sense::LevelNoun])
        || is_clause
        || has_time
        || scene.is_all_own(&piece.range);
    let has_predicate = |lexeme: &&Lexeme| {
        lexeme.is_any(&[Sense::Level, Sense::Want])
            && !lexeme.is_any(&[Sense::LevelNoun, Sense::Filler])
    };
    let short = words.len() <= 8 && !words.iter().any(has_predicate);
    let subject = scene.items(before::own_start(scene)..scene.figure.start);
    let is_member = subject
        .iter()
        .filter_map(Item::word)
        .any(|lexeme| scene.is_own(lexeme) || scene.is_own_compound(lexeme));
    let is_milestone = scene.claim.kind == StatementKind::Deadline;
    if opens || !short || !is_member || is_milestone || super::named::is_in_order(scene) {
        return;
    }
    let foreign = |lexeme: &&&Lexeme| {
        let content =
            lexeme.is_any(&[Sense::Noun, Sense::Name, Sense::Verb]) || lexeme.is_unknown();
        content
            && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Light, Sense::Name])
            && !scene.is_own(lexeme)
            && !scene.is_own_compound(lexeme)
            && !is_proper(scene, lexeme)
    };
    if let Some(lexeme) = words.iter().find(foreign) {
        scene.unknown(doubts, lexeme);
    }
}

/// Whether a word of an earlier piece turns what follows. `cleared`: the figure's piece begins
/// anew.
fn limits(sense: Sense, is_or: bool, cleared: bool, first: bool, carried: bool) -> bool {
    match sense {
        Sense::Condition | Sense::Except => true,
        Sense::Withdraw | Sense::Hedge => first || !cleared,
        Sense::Attribute => first && !cleared || carried,
        Sense::OtherWhole => first && !carried,
        Sense::Alternative => !is_or,
        Sense::Order => false,
        _ => !cleared,
    }
}

/// `..., tỷ lệ hộ nghèo còn 3%`: behind a comma, with the name of what is measured or a time.
fn begins_with_name(scene: &Scene) -> bool {
    let start = before::own_start(scene);
    scene.pieces[scene.own].joint == Joint::Comma
        && (scene.times.iter().any(|time| time.start == start)
            || scene
                .passage
                .lexeme_at(start)
                .is_some_and(|first| scene.is_own(first) && !first.is(Sense::Verb)))
}

/// Whether the piece goes on with an earlier one that is a clause: a member of its objects.
fn in_clauses(scene: &Scene, index: usize) -> bool {
    scene.pieces[..=index].iter().any(|piece| {
        let items = scene.items(piece.range.clone());
        let words: Vec<&Lexeme> = items.iter().filter_map(Item::word).collect();
        is_clause(scene, &words)
    })
}

/// Whether a word says something of the whole sentence wherever it stands in an earlier clause.
fn always_limits(sense: Sense) -> bool {
    matches!(sense, Sense::Condition | Sense::Except)
}

fn following(scene: &Scene, doubts: &mut Doubts) {
    let mut in_purpose = super::behind::opens_clause(scene);
    for piece in &scene.pieces[scene.own + 1..] {
        let items = scene.items(piece.range.clone());
        let words: Vec<&Lexeme> = items
            .iter()
            .filter_map(Item::word)
            .filter(|lexeme| lexeme.kind != TokenKind::Mark)
            .collect();
        let has_figure = scene.has_figure(&piece.range);
        let Some(first) = words.first() else {
            if has_figure {
                break;
            }
            continue;
        };
        let always = first
            .turning()
            .filter(|sense| matches!(sense, Sense::Condition | Sense::Except | Sense::Withdraw));
        if let Some(sense) = always.filter(|_| !first.is(Sense::Name)) {
            if withdraws_other(scene, &words) {
                in_purpose = true;
                continue;
            }
            scene.turned(doubts, first, sense);
            break;
        }
        let excepted = words.get(1).filter(|next| first.is(Sense::Deny) && next.is(Sense::Except));
        if let Some(next) = excepted {
            scene.turned(doubts, next, Sense::Except);
            break;
        }
        // `..., kể cả 20 trường đã khánh thành năm 2024`
        let includes = scene.passage.follows_sense(first.range.start, Sense::Including).is_some();
        let reported = words.iter().find(|lexeme| lexeme.is(Sense::Report));
        if let Some(reported) = reported.filter(|_| includes && has_figure) {
            scene.turned(doubts, reported, Sense::OtherWhole);
        }
        if has_figure {
            break;
        }
        let condition = words.iter().find(|lexeme| lexeme.is(Sense::Condition));
        if let Some(condition) = condition.filter(|_| carries_out(scene, first)) {
            scene.turned(doubts, condition, Sense::Condition);
            break;
        }
        if !in_purpose {
            joined_object(scene, piece, &words, doubts);
        }
        time_of_deed(scene, piece, first, doubts);
        if piece.joint == Joint::Conjunction
            && (piece_has_subject(&words) || first.turning().is_none())
        {
            in_purpose = true;
        }
        if first.is_any(&[
            Sense::Purpose,
            Sense::Verb,
            Sense::Which,
            Sense::Fresh,
            Sense::Increase,
            Sense::Reduce,
            Sense::Raise,
        ]) {
            in_purpose = true;
        }
        // `..., ghìm đà tăng của nợ đọng`: a clause whose verb is not known.
        let turns = words.iter().take(2).any(|lexeme| lexeme.turning().is_some());
        if !turns && words.len() >= LONG_PIECE && !speaks_of_targets(scene, &words) {
            in_purpose = true;
        }
        if in_purpose {
            continue;
        }
        tail(scene, piece, &words, doubts);
    }
}

/// `..., xóa bỏ phòng học tạm`, `..., do away with borrowed rooms`: of something that is there, and
/// not of the target.
fn withdraws_other(scene: &Scene, words: &[&Lexeme]) -> bool {
    let object = words[1..].iter().find(|lexeme| !lexeme.is_any(&[Sense::Filler, Sense::And]));
    words[0].is(Sense::Withdraw)
        && !speaks_of_targets(scene, words)
        && object.is_some_and(|object| {
            (object.is_any(&[Sense::Noun, Sense::Name]) || object.is_unknown())
                && !object.is(Sense::Verb)
        })
}

/// `..., triển khai khi có vốn`: the same work, and when.
fn carries_out(scene: &Scene, first: &Lexeme) -> bool {
    scene.passage.follows_sense(first.range.start, Sense::SameWork) == Some(first.range.end)
}

/// `Xây mới 150 phòng học và phòng chức năng`: two kinds counted together.
fn joined_object(scene: &Scene, piece: &Piece, words: &[&Lexeme], doubts: &mut Doubts) {
    let is_count = matches!(scene.claim.measure, Measure::Counted(_));
    let own_end = super::behind::own_end(scene);
    let behind = scene.items(scene.figure.end..own_end);
    let limited = behind.iter().filter_map(Item::word).any(|lexeme| {
        matches!(
            scene.passage.word(lexeme.range.start),
            "tại"
                | "ở"
                | "cho"
                | "của"
                | "theo"
                | "về"
                | "in"
                | "for"
                | "of"
                | "at"
                | "by"
                | "from"
                | "to"
        )
    });
    let is_noun = |lexeme: &&&Lexeme| {
        (lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown())
            && !lexeme.is_any(&[Sense::Verb, Sense::Filler, Sense::Level, Sense::Light])
    };
    let joined = matches!(piece.joint, Joint::Conjunction | Joint::Comma);
    let is_next = scene.pieces.get(scene.own + 1).is_some_and(|next| next.range == piece.range);
    if !is_count || limited || !joined || !is_next || words.len() > 3 {
        return;
    }
    if words.iter().all(|lexeme| is_noun(&lexeme)) {
        let foreign = words.iter().find(|lexeme| !scene.is_own(lexeme));
        if let Some(lexeme) = foreign {
            scene.turned(doubts, lexeme, Sense::OtherWhole);
        }
    }
}

/// `..., sơ kết vào năm 2026`, `..., kiểm tra hằng năm`: the time of something else that is done.
fn time_of_deed(scene: &Scene, piece: &Piece, first: &Lexeme, doubts: &mut Doubts) {
    let acts = first.is_any(&[Sense::Verb, Sense::Indirect, Sense::Light])
        && !first.is_any(&[Sense::Want, Sense::Level, Sense::Keep, Sense::Raise]);
    let has_time =
        |range: &Range<usize>| scene.times.iter().any(|time| range.contains(&time.start));
    let before = scene.pieces[..=scene.own].iter().any(|piece| has_time(&piece.range));
    if acts && !before && has_time(&piece.range) && scene.mention.is_some() {
        let year = scene.claim.period.end_year().map(|year| year.to_string());
        let recurs = matches!(scene.claim.period, Period::EveryYear { .. });
        let claimed = scene.times.iter().find(|time| {
            piece.range.contains(&time.start)
                && (recurs
                    || (*time)
                        .clone()
                        .any(|token| Some(scene.passage.word(token)) == year.as_deref()))
        });
        if let Some(time) = claimed {
            doubts.turned.push((scene.place(time), Sense::OtherTime));
        }
    }
}

fn piece_has_subject(words: &[&Lexeme]) -> bool {
    words.iter().any(|lexeme| lexeme.is_any(&[Sense::Level, Sense::Verb, Sense::Want]))
}

/// A piece behind the figure that is no clause of purpose.
fn tail(scene: &Scene, _piece: &Piece, words: &[&Lexeme], doubts: &mut Doubts) {
    let first = words[0];
    // `..., không sử dụng vốn vay`: a clause with a verb of its own, here in one word with `không`.
    let denies_verb = first.range.len() > 1
        && words.get(1).is_some_and(|next| next.is(Sense::Noun) || next.is_unknown());
    if first.is(Sense::Deny) && denies_verb {
        return;
    }
    // `..., không để xảy ra tình trạng gián đoạn ...`
    let is_long = words.len() >= LONG_PIECE && !speaks_of_targets(scene, words);
    let of_other = words.get(1).is_some_and(|next| next.is_unknown() && !scene.is_own(next));
    if first.is(Sense::Prohibit) && is_long && of_other {
        return;
    }
    // `..., without chasing titles`
    let gerund = |next: &&&Lexeme| scene.passage.word(next.range.start).ends_with("ing");
    if first.is(Sense::Deny) && words.get(1).filter(gerund).is_some() {
        return;
    }
    if first.is_any(&[Sense::Deny, Sense::Prohibit])
        && words.get(1).is_some_and(|next| {
            next.is_any(&[Sense::Verb, Sense::Indirect, Sense::Purpose, Sense::Noun])
        })
    {
        return;
    }
    if first.is_unknown() && !is_proper(scene, first) {
        scene.unknown(doubts, first);
    }
    for (place, lexeme) in words.iter().enumerate() {
        let Some(sense) = lexeme.turning().filter(|_| !lexeme.is(Sense::Name)) else { continue };
        let limits = match sense {
            Sense::Condition if is_when_of_deed(scene, words, place) => false,
            Sense::Condition | Sense::Except | Sense::Withdraw | Sense::Hedge => true,
            Sense::Distribute if scene.mention.is_none() => false,
            // `tạo điều kiện thuận lợi cho dạy và học` says what the figure is good for; `về cơ
            // bản` alone limits it.
            Sense::Weaken => words.len() <= 2,
            // `tính riêng cho ba phường trung tâm`
            Sense::Only => place <= 1 && !before::is_of_time(scene, lexeme),
            Sense::Deny | Sense::Alternative | Sense::Distribute | Sense::Attribute => place == 0,
            _ => false,
        };
        if limits {
            scene.turned(doubts, lexeme, sense);
        }
    }
}
