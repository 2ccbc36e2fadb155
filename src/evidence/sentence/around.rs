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
use crate::evidence::{MentionKind, UnitInPlan, Vocabulary, words};
use crate::language::Language;
use crate::language::text::is_of_word;
use crate::portal::StatementKind;

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    opening(scene, doubts);
    following(scene, doubts);
    next_sentences(scene, doubts);
    told_before(scene, doubts);
    next_paragraph(scene, doubts);
}

/// The sentence before the one that begins at `offset`, where it has no figure of its own.
fn sentence_before<'text>(unit: &UnitInPlan<'text>, offset: usize) -> Option<&'text str> {
    let text = &unit.text[..offset];
    let sentence = words::last_sentence(text);
    let start = text.rfind(sentence)?;
    let has_figure = unit.mentions.iter().any(|mention| {
        matches!(mention.kind, MentionKind::Figure(_))
            && mention.span.start >= start
            && mention.span.end <= offset
    });
    (!sentence.is_empty() && !has_figure).then_some(sentence)
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
pub fn leading_sentence<'text>(
    unit: &UnitInPlan<'text>,
    offset: usize,
    vocabulary: &Vocabulary,
) -> Option<&'text str> {
    const LEADS: &[&str] =
        &["sau", "sau đây", "như sau", "dưới đây", "following", "as follows", "below"];
    let sentence = sentence_before(unit, offset)?;
    let passage = Passage::with_lexemes(sentence, unit.language, vocabulary);
    let leads = (0..passage.tokens.len()).any(|at| {
        LEADS.iter().any(|word| {
            // `sau khi`, `sau năm`: a time.
            passage.follows(at, word).is_some_and(|end| {
                !matches!(*word, "sau" | "below")
                    || passage.tokens.get(end).is_none_or(|next| next.text == ".")
            })
        })
    });
    leads.then_some(sentence)
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

/// `Hội đồng nhân dân không thông qua chỉ tiêu này.` in a paragraph of its own.
fn next_paragraph(scene: &Scene, doubts: &mut Doubts) {
    let Some(next) = scene.unit.next else { return };
    let end = words::sentence_ends(next).next().unwrap_or(next.len());
    taken_back(scene, &next[..end], doubts);
}

/// `Nội dung này tạm gác lại.`: a later sentence of the unit that speaks of this one.
fn next_sentences(scene: &Scene, doubts: &mut Doubts) {
    let text = scene.unit.text;
    let mut start = scene.offset + scene.passage.source.len();
    for end in words::sentence_ends(text).filter(|end| *end > start).collect::<Vec<_>>() {
        let own_figure = scene.unit.mentions.iter().any(|mention| {
            matches!(mention.kind, MentionKind::Figure(_))
                && mention.span.start >= start
                && mention.span.end <= end
        });
        if !own_figure {
            taken_back(scene, &text[start..end], doubts);
        }
        start = end;
    }
}

/// A sentence that speaks of the figure's own, and turns it.
fn taken_back(scene: &Scene, sentence: &str, doubts: &mut Doubts) {
    let mut words = sentence.split(|letter: char| !is_of_word(letter));
    if !words.any(may_point_back) {
        return;
    }
    let passage = Passage::with_lexemes(sentence, scene.unit.language, scene.vocabulary);
    if !points_back(&passage) {
        return;
    }
    let turning = |lexeme: &Lexeme| {
        let sense = lexeme.turning().filter(|_| lexeme.kind == TokenKind::Word)?;
        (!matches!(sense, Sense::Alternative | Sense::Compare | Sense::Order | Sense::OtherWhole))
            .then_some(sense)
    };
    let turns = passage.lexemes.iter().filter(|lexeme| !lexeme.is(Sense::Name)).find_map(turning);
    // `đã được Hội đồng nhân dân thông qua` reports the decision, and not its fulfilment.
    let decided = passage.lexemes.iter().any(|lexeme| {
        passage.follows_any(lexeme.range.start, DECIDED).is_some_and(|end| end >= lexeme.range.end)
    });
    let reports = || {
        let reported = passage.lexemes.iter().any(|lexeme| lexeme.is(Sense::Report)) && !decided;
        reported.then_some(Sense::OtherTime)
    };
    let elsewhere = || {
        super::places::other_place_in(&passage, scene.unit.language, scene.unit.places)
            .then_some(Sense::Attribute)
    };
    if let Some(sense) = turns.or_else(elsewhere).or_else(reports) {
        doubts.above.push((sentence.trim().to_owned(), sense));
    }
}

/// One of the words that [`points_back`] asks for, whatever the language.
fn may_point_back(word: &str) -> bool {
    const POINTERS: &[&str] = &[
        "này", "ấy", "đó", "kia", "nêu", "trên", "nói", "đây", "gạch", "this", "these", "that",
        "above", "target", "bullet", "bullets",
    ];
    let lower = word.to_lowercase();
    POINTERS.contains(&crate::language::text::nfc(&lower).as_ref())
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
                let is_target = passage.follows_any(what.range.start, TARGETS).is_some();
                let is_other = passage.follows_any(what.range.start, OTHER_THINGS).is_some();
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

/// What a text calls its figures.
const TARGETS: &[&str] = &[
    "nội dung",
    "chỉ tiêu",
    "mục tiêu",
    "con số",
    "tỷ lệ",
    "việc",
    "nhiệm vụ",
    "kế hoạch",
    "mức",
    "số",
    "dự án",
    "điều",
    "số liệu",
];

/// `năm đó`, `tỉnh này`: not of the sentence before.
const OTHER_THINGS: &[&str] = &[
    "năm",
    "giai đoạn",
    "thời gian",
    "thời điểm",
    "thời kỳ",
    "khi",
    "lúc",
    "tháng",
    "quý",
    "ngày",
    "tỉnh",
    "xã",
    "phường",
    "huyện",
    "thành phố",
    "địa bàn",
    "địa phương",
    "vùng",
    "khu vực",
    "trong",
    "sau",
    "trước",
    "từ",
    "do",
    "qua",
    "theo",
    "cơ sở",
    "trường",
    "nhóm",
];

/// Verbs by which a target is set.
pub const DECIDED: &[&str] = &[
    "thông qua",
    "phê duyệt",
    "duyệt",
    "giao",
    "quyết định",
    "quyết nghị",
    "ban hành",
    "thống nhất",
    "nhất trí",
    "quy định",
    "nêu",
    "ghi",
    "passed",
    "approved",
    "adopted",
    "agreed",
    "assigned",
    "decided",
    "set out",
    "laid down",
    "fixed",
    "set",
];

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

/// Whether the piece has no verb of its own and goes on with the one before.
fn goes_on(scene: &Scene) -> bool {
    let range = before::own_start(scene)..scene.number.start;
    let verbs = [
        Sense::Level,
        Sense::LevelTo,
        Sense::Keep,
        Sense::Increase,
        Sense::Reduce,
        Sense::Raise,
        Sense::Verb,
        Sense::Want,
        Sense::Fresh,
    ];
    let mut inside =
        scene.passage.lexemes.iter().filter(|lexeme| range.contains(&lexeme.range.start));
    !inside.any(|lexeme| lexeme.is_any(&verbs) && !lexeme.is(Sense::Filler))
}

fn opening(scene: &Scene, doubts: &mut Doubts) {
    let fresh = is_fresh(scene);
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
        if has_figure && !carried && !before_colon {
            before_colon |= piece.joint == Joint::Colon;
            continue;
        }
        if includes_others(scene, &words, doubts) {
            continue;
        }
        if let Some(first) = words
            .first()
            .filter(|first| first.is_unknown() && !is_proper(scene, first) && !has_figure)
        {
            scene.unknown(doubts, first);
        }
        // `Of the newly built schools, 60% ...`: a share of something else.
        let of = scene.unit.language == Language::En
            && !has_figure
            && matches!(scene.passage.word(piece.range.start), "of" | "among");
        let rest = words.first().filter(|_| of).map_or(piece.range.start, |first| first.range.end);
        let all_own = scene.is_all_own(&(rest..piece.range.end));
        if of
            && !all_own
            && let Some(first) = words.first()
        {
            scene.turned(doubts, first, Sense::OtherWhole);
        }
        if !has_figure && !fresh && !before_colon && index + 1 == scene.own {
            list_member(scene, piece, &words, doubts);
        }
        let cleared = fresh && !before_colon;
        if !has_figure {
            place_named(scene, &piece.range, doubts);
            time_of_noun(scene, &piece.range, doubts);
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
            if !part_of_name
                && !is_other
                && limits(sense, is_or, cleared, place == 0, carried && has_figure)
            {
                scene.turned(doubts, lexeme, sense);
            }
        }
        if !fresh && !has_figure {
            before::groups(scene, &items, doubts);
        }
        before_colon |= piece.joint == Joint::Colon;
    }
}

/// Whether the piece only says who is counted too (`Kể cả các trường ngoài công lập, ...`), which
/// makes more of the whole, but is not of a group alone.
fn includes_others(scene: &Scene, words: &[&Lexeme], doubts: &mut Doubts) -> bool {
    const INCLUDING: &[&str] =
        &["bao gồm cả", "gồm cả", "kể cả", "tính cả", "including", "inclusive of", "counting also"];
    let Some(first) = words.first() else { return false };
    let last = words.last().map_or("", |last| scene.passage.word(last.range.end - 1));
    let includes =
        scene.passage.follows_any(first.range.start, INCLUDING).is_some() || last == "included";
    if includes && !scene.claim.breakdown.0.is_empty() {
        scene.turned(doubts, first, Sense::OtherWhole);
    }
    includes
}

/// Whether an earlier piece is a clause of its own, whose denial is not of the figure: it has an
/// object (`Xóa bỏ phòng học tạm, xây mới ...`), or the figure's piece has a subject (`Tránh dàn
/// trải, toàn tỉnh xây mới ...`).
fn is_own_clause(scene: &Scene, words: &[&Lexeme]) -> bool {
    const OWN_SUBJECTS: &[&str] = &[
        "toàn tỉnh",
        "tỉnh",
        "toàn xã",
        "xã",
        "toàn phường",
        "phường",
        "thành phố",
        "địa phương",
        "the province",
        "the commune",
        "the city",
        "the ward",
    ];
    let start = scene.passage.lexeme_at(before::own_start(scene));
    let has_subject = start
        .is_some_and(|start| scene.passage.follows_any(start.range.start, OWN_SUBJECTS).is_some());
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
            && scene.passage.follows_any(object.range.start, TARGETS).is_none()
    });
    let is_withdrawal = words[turning].is(Sense::Withdraw);
    turning == 0
        && (has_subject && object.is_some() || is_withdrawal && is_object && begins_with_verb)
}

/// `Tại các khu công nghiệp, xây mới 03 trường`: a place or people that the row is not about.
fn place_named(scene: &Scene, piece: &Range<usize>, doubts: &mut Doubts) {
    const AT: &[&str] = &[
        "tại",
        "ở",
        "trong",
        "đối với",
        "với",
        "trên",
        "cho",
        "in",
        "at",
        "for",
        "among",
        "within",
    ];
    if scene.passage.follows_any(piece.start, AT).is_none() {
        return;
    }
    let free = |token: usize| !scene.times.iter().any(|time| time.contains(&token));
    let words: Vec<usize> = (0..scene.passage.lexemes.len())
        .filter(|&index| {
            let lexeme = &scene.passage.lexemes[index];
            piece.contains(&lexeme.range.start) && free(lexeme.range.start)
        })
        .collect();
    let bearer = super::whom::Bearer {
        claim: scene.claim,
        places: scene.unit.places,
        vocabulary: scene.vocabulary,
    };
    let named = bearer.part_named(&scene.passage, &words, super::whom::Above::LeadIn);
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
    if !acts || scene.times.iter().any(|time| own.contains(&time.start)) {
        return;
    }
    let year = scene.claim.period.end_year().map(|year| year.to_string());
    for time in scene.times.iter().filter(|time| piece.contains(&time.start)) {
        let of_noun = scene.passage.lexeme_before(time.start).is_some_and(|before| {
            before.is_any(&[Sense::Noun, Sense::Name]) && !before.is(Sense::Filler)
        });
        let bare = matches!(scene.passage.word(time.start), "năm");
        let is_claimed =
            time.clone().any(|token| Some(scene.passage.word(token)) == year.as_deref());
        if of_noun && bare && is_claimed {
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

fn following(scene: &Scene, doubts: &mut Doubts) {
    let mut in_purpose = false;
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
            scene.turned(doubts, first, sense);
            break;
        }
        let excepted = words.get(1).filter(|next| first.is(Sense::Deny) && next.is(Sense::Except));
        if let Some(next) = excepted {
            scene.turned(doubts, next, Sense::Except);
            break;
        }
        if has_figure {
            break;
        }
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
        if in_purpose {
            continue;
        }
        tail(scene, piece, &words, doubts);
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
    if first.is(Sense::Deny)
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
            Sense::Condition | Sense::Except | Sense::Withdraw | Sense::Hedge => true,
            Sense::Distribute if scene.mention.is_none() => false,
            // `tạo điều kiện thuận lợi cho dạy và học` says what the figure is good for; `về cơ
            // bản` alone limits it.
            Sense::Weaken => words.len() <= 2,
            // `tính riêng cho ba phường trung tâm`
            Sense::Only => place <= 1,
            Sense::Deny | Sense::Alternative | Sense::Distribute | Sense::Attribute => place == 0,
            _ => false,
        };
        if limits {
            scene.turned(doubts, lexeme, sense);
        }
    }
}
