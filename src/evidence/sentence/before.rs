//! What stands before the figure in its own piece: the subject, and the verbs that lead to the
//! figure's own markers.
//!
//! The name of what is measured may hold words that the program does not know. Not so the first
//! word of the piece, the words before the first name, and the word directly before the governing
//! verb: they could turn everything.

use super::parts::Item;
use super::{Doubts, Scene};
use crate::evidence::MentionKind;
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, TokenKind};
use crate::portal::{Comparator, Period, StatementKind};

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    let piece = &scene.pieces[scene.own];
    let start = own_start(scene);
    let subject = scene.items(start..scene.figure.start);
    inverted(scene, start, doubts);
    participle(scene, doubts);
    counted_from(scene, doubts);
    turning(scene, &subject, doubts);
    markers(scene, doubts);
    understood(scene, &subject, start == piece.range.start, doubts);
    actor(scene, &subject, doubts);
    some_of_them(scene, start, doubts);
    preparing(scene, &subject, doubts);
    counted_place(scene, start, doubts);
    groups(scene, &subject, doubts);
    of_the_indicator(scene, &subject, doubts);
}

/// A noun that is no word of the indicator makes another thing or a part of it (`trường công lập
/// đạt chuẩn`, `75% học sinh`), and a verb that is none does something else with it (`sửa chữa 14
/// trường`). What stands before `để`, `bảo đảm`, `so that` is who acts, and how.
fn of_the_indicator(scene: &Scene, subject: &[Item], doubts: &mut Doubts) {
    if scene.claim.kind == StatementKind::Deadline || super::named::is_in_order(scene) {
        return;
    }
    let words: Vec<&Lexeme> = subject
        .iter()
        .filter_map(Item::word)
        .filter(|lexeme| lexeme.kind == TokenKind::Word)
        .collect();
    let opens = |lexeme: &&Lexeme| {
        lexeme.is_any(&[Sense::Fresh, Sense::Want, Sense::Purpose, Sense::Raise, Sense::Keep])
            && !lexeme.is_any(&[Sense::LevelNoun, Sense::Level])
    };
    let is_own = |lexeme: &&Lexeme| {
        scene.is_own(lexeme) && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Level])
    };
    let named_from = |start: usize| {
        words[start..].iter().any(is_own)
            || scene.mention.is_some() && super::named::is_named_behind(scene)
    };
    let opened = (0..words.len())
        .rev()
        .filter(|&place| opens(&words[place]))
        .find(|&place| named_from(place + 1))
        .map_or(0, |place| place + 1);
    ages(scene, doubts);
    for lexeme in &words[opened..] {
        let names = lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown();
        let acts = lexeme.is_any(&[Sense::Verb, Sense::Indirect]);
        let neutral =
            lexeme.is_any(NEUTRAL) || is_proper(scene, lexeme) || acts_for_all(scene, lexeme);
        if !neutral
            && !scene.is_own(lexeme)
            && !scene.is_own_compound(lexeme)
            && (names && scene.mention.is_some() || acts)
        {
            scene.unknown(doubts, lexeme);
        }
    }
}

/// `người từ 60 tuổi trở lên`: an age that the indicator does not name makes a part of it.
fn ages(scene: &Scene, doubts: &mut Doubts) {
    let (start, end) = (own_start(scene), super::behind::own_end(scene));
    let own = scene.passage.bytes(start..end.max(start + 1));
    let inside = scene.unit.mentions.iter().filter(|mention| {
        mention.number.start >= scene.offset + own.start
            && mention.number.end <= scene.offset + own.end
    });
    for age in inside
        .filter(|mention| matches!(mention.kind, MentionKind::Age { .. } | MentionKind::Level(_)))
    {
        let digits = scene.unit.text[age.number.clone()]
            .split(|character: char| !character.is_ascii_digit())
            .filter(|digits| !digits.is_empty());
        if digits.into_iter().any(|number| !scene.claim.own.has(number)) {
            doubts.unknown.push(age.span.clone());
        }
    }
}

/// Senses of words that change nothing of what is measured.
const NEUTRAL: &[Sense] = &[
    Sense::Filler,
    Sense::LevelNoun,
    Sense::Level,
    Sense::Opening,
    Sense::Behind,
    Sense::Want,
    Sense::Fresh,
    Sense::And,
    Sense::Light,
    Sense::Raise,
    Sense::Keep,
];

/// Where the words begin that belong to the figure: at its piece, or behind the figure before it in
/// the same piece.
pub fn own_start(scene: &Scene) -> usize {
    let start = scene.pieces[scene.own].range.start;
    let mut before = scene
        .figures
        .iter()
        .filter(|figure| figure.start >= start && figure.end <= scene.figure.start);
    before.next_back().map_or(start, |figure| figure.end)
}

/// `5 ngày trước ngày 15/11`: a day that is counted from.
fn counted_from(scene: &Scene, doubts: &mut Doubts) {
    let start = scene.place(&scene.figure).start;
    let spans = scene
        .unit
        .mentions
        .iter()
        .filter(|mention| matches!(mention.kind, MentionKind::Duration { .. }));
    let counts = spans.into_iter().find(|span| {
        span.span.end <= start && scene.unit.text[span.span.end..start].trim().is_empty()
    });
    if let Some(span) = counts.filter(|_| scene.claim.kind == StatementKind::Deadline) {
        doubts.turned.push((span.span.clone(), Sense::OtherTime));
    }
}

/// `the projects approved before 31 March`: the day is when something else was done.
fn participle(scene: &Scene, doubts: &mut Doubts) {
    if scene.claim.kind != StatementKind::Deadline
        || scene.unit.language != crate::language::Language::En
    {
        return;
    }
    let Some(last) = scene.passage.lexeme_before(scene.figure.start) else { return };
    let is_participle = last.is_any(&[Sense::Verb, Sense::Indirect])
        && scene.passage.word(last.range.start).ends_with("ed");
    let passive = scene
        .passage
        .lexeme_before(last.range.start)
        .is_some_and(|before| before.is_any(&[Sense::Level, Sense::Want]));
    if is_participle && !passive {
        scene.turned(doubts, last, Sense::Attribute);
    }
}

/// `Should poor households fall to 3%, ...`: English conditions by word order.
fn inverted(scene: &Scene, start: usize, doubts: &mut Doubts) {
    let first = scene.pieces[0].range.start;
    let inverts = matches!(scene.passage.word(first), "should" | "were" | "had");
    let subject = scene
        .passage
        .lexeme_at(first + 1)
        .is_some_and(|next| !next.is_any(&[Sense::Level, Sense::Want]));
    if scene.unit.language == crate::language::Language::En && inverts && subject && first <= start
    {
        scene.turned(
            doubts,
            &scene.passage.lexemes[scene.passage.lexeme_index(first).expect("the token is there")],
            Sense::Condition,
        );
    }
}

/// Words that turn the statement, where they are not part of what the program has read already.
fn turning(scene: &Scene, subject: &[Item], doubts: &mut Doubts) {
    for lexeme in subject.iter().filter_map(Item::word) {
        // `trong đó 400 giáo viên tiếng Anh`: a part of the figure before.
        if lexeme.is(Sense::Which)
            && scene.claim.breakdown.0.is_empty()
            && !super::named::is_named_here(scene)
            && (scene.has_figure(&(scene.pieces[0].range.start..lexeme.range.start))
                || super::parts::bracket_around(&scene.passage, &scene.figure).is_some())
        {
            scene.turned(doubts, lexeme, Sense::Only);
        }
        // `Mức trần của tỷ lệ ... là 0,5%`: a comparator that is not read with the number.
        if scene.mention.is_some()
            && lexeme.is_any(&[Sense::AtLeast, Sense::AtMost])
            && !lexeme.is_any(&[Sense::Name, Sense::Filler])
            && !scene.is_own(lexeme)
            && !scene.is_in_name(lexeme)
        {
            scene.unknown(doubts, lexeme);
        }
        let Some(sense) = lexeme.turning() else { continue };
        if !harmless(scene, lexeme, sense) {
            scene.turned(doubts, lexeme, sense);
        }
    }
    for inside in subject
        .iter()
        .filter_map(|item| if let Item::Bracket(range) = item { Some(range) } else { None })
    {
        for lexeme in scene.items(inside.clone()).iter().filter_map(Item::word) {
            let turns = lexeme.turning().filter(|sense| {
                !matches!(sense, Sense::Only | Sense::Alternative | Sense::Distribute)
            });
            // `Xây mới (nâng cấp) 12 trường`
            let right_before = inside.end + 1 >= scene.figure.start;
            let acts = right_before && lexeme.is_any(&[Sense::Verb, Sense::Indirect, Sense::Raise]);
            let names = lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown() || acts;
            let is_abbreviation = scene.passage.source[scene.passage.bytes(lexeme.range.clone())]
                .chars()
                .all(|letter| !letter.is_lowercase());
            if let Some(sense) = turns {
                scene.turned(doubts, lexeme, sense);
            } else if names
                && !is_abbreviation
                && !scene.is_own(lexeme)
                && !scene.is_own_compound(lexeme)
            {
                // `tỷ lệ trường (ngoài công lập) đạt chuẩn`
                scene.unknown(doubts, lexeme);
            }
        }
    }
}

/// Whether a word that turns statements does nothing to this one.
pub fn harmless(scene: &Scene, lexeme: &Lexeme, sense: Sense) -> bool {
    if lexeme.is(Sense::Name) || scene.is_in_name(lexeme) {
        return true;
    }
    match sense {
        // `không để ... vượt`: read as a ceiling.
        Sense::Deny | Sense::Prohibit => is_forbidden_bound(scene) || is_of_means(scene, lexeme),
        // The amount of a change is always compared with something.
        Sense::Compare => scene.is_change(),
        // `Riêng chỉ số ... giảm xuống`: the indicator itself, beside others.
        // `toàn tỉnh` of a province's own plan.
        Sense::Attribute => is_own_place(scene, lexeme),
        // `the Plan to the Department`: the name of a document.
        Sense::Hedge => {
            let at = lexeme.range.start;
            at > 0 && scene.passage.word(at) == "plan" && scene.passage.tokens[at].capital
        }
        // `Riêng trong năm 2027`, `in 2027 alone`
        Sense::Only if is_of_time(scene, lexeme) => true,
        Sense::Only => {
            let next = scene.passage.lexeme_at(lexeme.range.end);
            let exactly = lexeme.range.end == scene.figure.start;
            exactly
                || !scene.claim.breakdown.0.is_empty()
                || next.is_some_and(|next| next.kind == TokenKind::Word && scene.is_own(next))
        }
        // `among those aged 15–60`: of whom the indicator speaks anyway.
        Sense::OtherWhole if is_subject(scene, lexeme) => true,
        Sense::OtherWhole => {
            lexeme.range.end <= scene.figure.start
                && lexeme.range.end > own_start(scene)
                && scene.is_all_own(&(lexeme.range.end..scene.figure.start))
                && !is_bare(scene, lexeme)
        }
        // `Đề nghị các đơn vị gửi báo cáo trước ngày ...` instructs them.
        Sense::Weaken => {
            scene.claim.kind == StatementKind::Deadline
                && matches!(scene.passage.word(lexeme.range.start), "đề" | "asked" | "kiến")
        }
        // Between two names; not between verbs or figures.
        Sense::Alternative => {
            matches!(scene.passage.word(lexeme.range.start), "hoặc" | "hay" | "or")
                && !parts_statements(scene, lexeme)
        }
        // A milestone may be of every place.
        Sense::Distribute => {
            let words = &scene.passage.source[scene.passage.bytes(lexeme.range.clone())];
            scene.mention.is_none() || scene.is_denominator(words)
        }
        // Whether the order fits is another question: see `order`.
        Sense::Order => true,
        // `10 trường/năm` is a time; what else is shared out is no figure of the whole.
        _ => false,
    }
}

/// `hỗ trợ các xã chưa đạt chuẩn để toàn tỉnh có 100 xã`: said of a noun, before the purpose that
/// the figure stands in.
fn is_of_means(scene: &Scene, lexeme: &Lexeme) -> bool {
    let of_noun = scene
        .passage
        .lexeme_before(lexeme.range.start)
        .is_some_and(|before| super::whom::is_bearer(&scene.passage, before));
    let purpose = scene.passage.lexemes.iter().any(|other| {
        let is_purpose = matches!(scene.passage.word(other.range.start), "để" | "nhằm" | "so");
        is_purpose && lexeme.range.end < other.range.start && other.range.start < scene.figure.start
    });
    of_noun && purpose
}

/// Whether the words name the kind of place whose plan it is: `toàn tỉnh`, *the whole province*.
fn is_own_place(scene: &Scene, lexeme: &Lexeme) -> bool {
    const WHOLE: &[(&str, &[&str])] = &[
        ("tỉnh", &["toàn tỉnh", "cả tỉnh"]),
        ("province", &["the whole province", "whole province", "the entire province"]),
        ("xã", &["toàn xã", "cả xã"]),
        ("commune", &["the whole commune", "whole commune"]),
    ];
    WHOLE.iter().any(|(kind, words)| {
        let is_own = scene
            .unit
            .places
            .iter()
            .any(|place| crate::evidence::words::find(place, 0..place.len(), kind).is_some());
        is_own && scene.passage.follows_any(lexeme.range.start, words) == Some(lexeme.range.end)
    })
}

/// Whether the word limits a time: `Riêng trong năm 2027`, `in 2027 alone`.
pub fn is_of_time(scene: &Scene, lexeme: &Lexeme) -> bool {
    scene.times.iter().any(|time| {
        let behind = lexeme.range.start == time.end;
        let before = lexeme.range.end <= time.start
            && (lexeme.range.end..time.start)
                .all(|token| matches!(scene.passage.word(token), "trong" | "vào" | "in"));
        behind || before
    })
}

/// `Kế hoạch này có mục tiêu ...`: a plan or a norm that something is said of, not a share of it.
fn is_subject(scene: &Scene, lexeme: &Lexeme) -> bool {
    const SHARED: &[&str] =
        &["của", "so", "với", "of", "against", "to", "with", "trong", "số", "%"];
    let before = lexeme.range.start.checked_sub(1).map_or("", |before| scene.passage.word(before));
    lexeme.range.end <= scene.figure.start
        && lexeme.range.len() <= 2
        && lexeme.is_any(&[Sense::OtherWhole])
        && !SHARED.contains(&before)
        && !SHARED.contains(&scene.passage.word(lexeme.range.start))
}

/// Whether nothing follows the lexeme but the figure's own markers: `của kế hoạch đạt 85%`.
fn is_bare(scene: &Scene, lexeme: &Lexeme) -> bool {
    scene
        .items(lexeme.range.end..scene.figure.start)
        .iter()
        .filter_map(Item::word)
        .all(|next| next.is_any(&[Sense::Filler, Sense::LevelNoun]))
}

/// Whether `hoặc`, `or` parts figures or verbs: `4 hoặc 5`, `xây mới hoặc sửa chữa`.
fn parts_statements(scene: &Scene, lexeme: &Lexeme) -> bool {
    let at = lexeme.range.clone();
    let touches = |token: usize| {
        scene.passage.is_kind(token, TokenKind::Number)
            || scene.figures.iter().chain(&scene.times).any(|figure| figure.contains(&token))
            || scene.passage.word(token) == "%"
    };
    let opens = scene.pieces.iter().any(|piece| piece.range.start == at.start);
    let verb = |token: usize| {
        let next = scene.passage.lexeme_index(token).map(|index| &scene.passage.lexemes[index]);
        next.is_some_and(|next| {
            next.is_any(&[
                Sense::Verb,
                Sense::Indirect,
                Sense::Level,
                Sense::Raise,
                Sense::Alternative,
            ]) && !next.is_any(&[Sense::Noun, Sense::Name])
        })
    };
    let before = at.start.checked_sub(1);
    opens
        || touches(at.end)
        || before.is_some_and(|before| touches(before) || verb(before))
        || verb(at.end)
        || scene.passage.word(at.start) == "either"
}

/// Whether the figure's own comparator was read with a prohibition: `vượt` became at most.
pub fn is_forbidden_bound(scene: &Scene) -> bool {
    let Some(figure) = scene.read() else { return false };
    let opposite = match figure.comparator {
        Comparator::AtMost => Sense::Above,
        Comparator::AtLeast => Sense::Below,
        _ => return false,
    };
    let chain =
        scene.passage.lexemes.iter().filter(|lexeme| scene.figure.contains(&lexeme.range.start));
    chain
        .into_iter()
        .any(|lexeme| lexeme.is(opposite) && !lexeme.is_any(&[Sense::AtLeast, Sense::AtMost]))
}

/// The figure's own markers: `average` and `hedge` may hide in them.
fn markers(scene: &Scene, doubts: &mut Doubts) {
    let new = scene.figure.clone().find(|&token| scene.passage.word(token) == "new");
    if let Some(new) = new.filter(|_| scene.mention.is_some() && !scene.claim.own.has("new")) {
        doubts.unknown.push(scene.place(&(new..new + 1)));
    }
    let chain = scene.passage.lexemes.iter().filter(|lexeme| {
        lexeme.range.start >= scene.figure.start && lexeme.range.end <= scene.number.start
    });
    for lexeme in chain {
        // `giảm bình quân 3%/năm`; `bình quân 5 trường` is no total.
        if lexeme.is(Sense::Average)
            && !(scene.is_change() || matches!(scene.claim.period, Period::EveryYear { .. }))
            && !scene.is_own(lexeme)
        {
            scene.turned(doubts, lexeme, Sense::Distribute);
        }
    }
}

/// `Các trường ngoài công lập phấn đấu ...`, `Lực lượng vũ trang phấn đấu ...`: who strives for it,
/// if it is not the place or one of its bodies.
fn actor(scene: &Scene, subject: &[Item], doubts: &mut Doubts) {
    let words: Vec<&Lexeme> = subject
        .iter()
        .filter_map(Item::word)
        .filter(|lexeme| lexeme.kind == TokenKind::Word)
        .collect();
    let strives = |lexeme: &&Lexeme| {
        scene.passage.follows_sense(lexeme.range.start, Sense::Striving).is_some()
    };
    let Some(verb) = words.iter().position(strives) else { return };
    // `Huy động nguồn lực để bảo đảm ...`: a means, not who does it.
    let is_clause = words[..verb].iter().any(|lexeme| {
        lexeme.is_any(&[Sense::Verb, Sense::Light, Sense::Purpose, Sense::Raise, Sense::Indirect])
            && !lexeme.is_any(&[Sense::Noun, Sense::LevelNoun])
    });
    if is_clause || named_only_before(scene, &words, verb) {
        return;
    }
    let some = words[..verb]
        .iter()
        .find(|lexeme| scene.passage.follows_sense(lexeme.range.start, Sense::Several).is_some());
    if let Some(some) = some {
        scene.turned(doubts, some, Sense::Only);
    }
    for lexeme in &words[..verb] {
        let names = lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown();
        if names
            && !is_own_body(scene, lexeme)
            && !lexeme.is_any(NEUTRAL)
            && !is_proper(scene, lexeme)
            && !scene.bearer().is_own(&scene.passage, lexeme)
        {
            scene.unknown(doubts, lexeme);
        }
    }
}

/// Whether the word names the plan's place, or a body that acts for all of it.
fn is_own_body(scene: &Scene, lexeme: &Lexeme) -> bool {
    let at = lexeme.range.start;
    acts_for_all(scene, lexeme)
        || scene.passage.follows_sense(at, Sense::OwnPlace) == Some(lexeme.range.end)
}

fn acts_for_all(scene: &Scene, lexeme: &Lexeme) -> bool {
    let at = lexeme.range.start;
    let before = at.checked_sub(1).map_or("", |before| scene.passage.word(before));
    // `những ngành`, `some sectors`: not all of them.
    if matches!(before, "những" | "nhiều" | "số" | "vài" | "some" | "many" | "several") {
        return false;
    }
    scene.passage.follows_sense(at, Sense::OwnBody) == Some(lexeme.range.end)
}

/// `Tỷ lệ hộ nghèo phấn đấu còn 3%`: what is measured stands before the verb, and nothing behind
/// it.
fn named_only_before(scene: &Scene, words: &[&Lexeme], verb: usize) -> bool {
    let is_own = |lexeme: &&Lexeme| {
        scene.is_own(lexeme) && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Level])
    };
    !words[verb + 1..].iter().any(is_own) && !super::named::is_named_behind(scene)
}

/// `Ít nhất 80% số xã có tỷ lệ hộ nghèo dưới 3%`: a figure of so many of them.
fn some_of_them(scene: &Scene, start: usize, doubts: &mut Doubts) {
    let piece = &scene.pieces[scene.own].range;
    let earlier =
        scene.figures.iter().rfind(|figure| figure.start >= piece.start && figure.end <= start);
    let Some(earlier) = earlier else { return };
    let items = scene.items(earlier.end..scene.figure.start);
    let words: Vec<&Lexeme> = items
        .iter()
        .filter_map(Item::word)
        .filter(|lexeme| lexeme.kind == TokenKind::Word)
        .collect();
    // The unit of the earlier figure may be the noun itself: `40 xã`.
    let unit = scene.passage.lexeme_before(earlier.end);
    let counted = unit.into_iter().chain(words.iter().take(3).copied());
    let of_bearers = counted.filter(|lexeme| !lexeme.is(Sense::Filler)).any(|lexeme| {
        // `số xã` is so many communes.
        let is_bearer = super::whom::is_bearer(&scene.passage, lexeme)
            || scene.passage.word(lexeme.range.start) == "số"
                && scene.passage.follows_sense(lexeme.range.start + 1, Sense::Bearer).is_some();
        let noun = scene.passage.word(lexeme.range.end - 1);
        is_bearer
            && !scene.claim.own.is_of_names(scene.passage.word(lexeme.range.start))
            && !scene.claim.own.is_of_names(noun)
    });
    let part = words.iter().any(|lexeme| lexeme.is(Sense::Which));
    let is_own = |lexeme: &&&Lexeme| {
        scene.is_own(lexeme) && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Level])
    };
    if of_bearers && !part && words.iter().any(|lexeme| is_own(&lexeme)) {
        doubts.turned.push((scene.place(earlier), Sense::Only));
    }
}

/// `Xây mới 45 phòng học tại 15 trường`: where it is done, behind what is done.
fn counted_place(scene: &Scene, start: usize, doubts: &mut Doubts) {
    let follows_figure = start > scene.pieces[scene.own].range.start;
    let before = scene.passage.lexeme_before(scene.figure.start);
    let place = before.filter(|before| {
        before.range.len() == 1
            && !matches!(scene.passage.word(before.range.start), "với" | "trên" | "with")
            && scene.passage.follows_sense(before.range.start, Sense::At) == Some(before.range.end)
    });
    if let Some(place) = place.filter(|_| follows_figure && scene.mention.is_some()) {
        scene.turned(doubts, place, Sense::OtherWhole);
    }
}

/// `Xây dựng đề án để xây mới 12 trường`: only a paper is promised.
fn preparing(scene: &Scene, subject: &[Item], doubts: &mut Doubts) {
    let words: Vec<&Lexeme> = subject.iter().filter_map(Item::word).collect();
    let purpose = words.iter().position(|lexeme| {
        matches!(scene.passage.word(lexeme.range.start), "để" | "nhằm" | "so") || {
            scene.passage.word(lexeme.range.start) == "to" && lexeme.range.len() == 1
        }
    });
    let Some(purpose) = purpose else { return };
    let paper = words[..purpose].iter().find(|lexeme| {
        scene.passage.follows_sense(lexeme.range.start, Sense::Paper) == Some(lexeme.range.end)
    });
    let makes = words[..purpose].first().is_some_and(|first| {
        scene.passage.follows_sense(first.range.start, Sense::Drafting).is_some()
    });
    if let Some(paper) = paper.filter(|_| makes) {
        scene.turned(doubts, paper, Sense::Indirect);
    }
}

/// Whether the words are understood that must be.
fn understood(scene: &Scene, subject: &[Item], begins: bool, doubts: &mut Doubts) {
    let words: Vec<&Lexeme> = subject
        .iter()
        .filter_map(Item::word)
        .filter(|lexeme| lexeme.kind != TokenKind::Mark)
        .collect();
    let Some(last) = words.last() else { return };
    let names =
        |lexeme: &Lexeme| lexeme.is_any(&[Sense::Name, Sense::Noun]) || is_proper(scene, lexeme);
    if begins {
        for lexeme in
            words.iter().take_while(|lexeme| !names(lexeme)).filter(|lexeme| lexeme.is_unknown())
        {
            scene.unknown(doubts, lexeme);
        }
    }
    if last.is_unknown() && !is_proper(scene, last) {
        scene.unknown(doubts, last);
    }
}

/// A name that is written with a capital where no sentence begins.
pub fn is_proper(scene: &Scene, lexeme: &Lexeme) -> bool {
    let token = lexeme.range.start;
    token > 0
        && lexeme.is_unknown()
        && scene.passage.tokens[token].capital
        && scene.passage.word(token - 1) != "."
}

/// Words that limit the subject to a part: what follows them must be understood.
const LIMITING: &[&str] = &[
    "ở",
    "tại",
    "thuộc",
    "đối với",
    "riêng",
    "vùng",
    "nhóm",
    "khu vực",
    "in",
    "at",
    "among",
    "for",
    "within",
    "amongst",
];

/// `Ở vùng cao, ...`: a part that the catalogue does not know is a part all the same.
pub fn groups(scene: &Scene, items: &[Item], doubts: &mut Doubts) {
    let mut limited = false;
    for lexeme in items.iter().filter_map(Item::word) {
        let text = scene
            .passage
            .source
            .get(scene.passage.bytes(lexeme.range.clone()))
            .unwrap_or_default()
            .to_lowercase();
        if LIMITING.contains(&text.as_str()) {
            limited = true;
        } else if limited && lexeme.is_unknown() && !scene.is_own(lexeme) {
            scene.unknown(doubts, lexeme);
        } else if lexeme.is_any(&[
            Sense::Level,
            Sense::Want,
            Sense::Keep,
            Sense::Increase,
            Sense::Reduce,
            Sense::Raise,
        ]) {
            limited = false;
        }
    }
}
