//! The headings, the lead-in and the footnotes: open vocabulary, in which words that withdraw, deny
//! or weaken are looked for.

use super::{Doubts, Scene, places, whom};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage, TokenKind, read};
use crate::evidence::table::{LabelPlace, is_unit_line, without_number};
use crate::evidence::{UnitInPlan, Vocabulary, words};
use crate::portal::{Bound, Comparator};

pub fn check(scene: &Scene, vocabulary: &Vocabulary, doubts: &mut Doubts) {
    for lead_in in &scene.lead_ins {
        let above = Above::new(lead_in, scene, vocabulary);
        // `theo từng cấp học như sau`: the bullets are of those parts.
        let by_group = !scene.claim.breakdown.0.is_empty();
        let turned = turned_lead(&above)
            .filter(|sense| !(by_group && *sense == Sense::Distribute))
            .or_else(|| of_some(&above))
            .or_else(|| of_one(&above))
            .or_else(|| elsewhere(&above, scene))
            .or_else(|| part_named(&above, scene, whom::Above::LeadIn))
            .or_else(|| group_word(&above, scene).map(|_| Sense::Only));
        doubts.above.extend(turned.map(|sense| ((*lead_in).to_owned(), sense)));
    }
    for heading in &scene.unit.headings {
        let above = Above::new(heading, scene, vocabulary);
        // A paragraph with a label is no heading of what stands in it, but may lead to it.
        let leads = above.passage.tokens.last().is_some_and(|token| token.text == ":");
        if above.passage.lexemes.len() > LONG && !leads {
            continue;
        }
        let turned = if leads { turned_lead(&above) } else { turned_heading(&above) };
        let turned = turned
            .or_else(|| elsewhere(&above, scene))
            .or_else(|| part_named(&above, scene, whom::Above::Heading));
        doubts.above.extend(turned.map(|sense| ((*heading).to_owned(), sense)));
    }
    if let Some(cell) = &scene.unit.cell {
        let groups = cell.labels.iter().filter(|label| label.place == LabelPlace::Group);
        for text in groups.map(|label| without_number(label.text)).chain(cell.above.iter().copied())
        {
            let above = Above::new(text, scene, vocabulary);
            if is_unit_line(text) {
                continue;
            }
            let turned = turned_heading(&above)
                .filter(|sense| matches!(sense, Sense::Hedge | Sense::Withdraw))
                .or_else(|| part_named(&above, scene, whom::Above::LeadIn));
            doubts.above.extend(turned.map(|sense| (text.to_owned(), sense)));
        }
        for remark in cell.notes.iter().filter(|remark| !remark.trim().is_empty()) {
            let above = Above::new(remark, scene, vocabulary);
            let turned = turned_remark(&above, scene)
                .or_else(|| elsewhere(&above, scene))
                .or_else(|| counts_more(&above))
                .or_else(|| part_named(&above, scene, whom::Above::LeadIn));
            doubts.above.extend(turned.map(|sense| ((*remark).to_owned(), sense)));
        }
        for note in &scene.unit.notes_below {
            let above = Above::new(without_opening(note), scene, vocabulary);
            if is_of_other_row(&above.passage, cell.number) {
                continue;
            }
            let other_year =
                || super::continuation::has_other_year(scene, note).then_some(Sense::OtherTime);
            let turned = turned_below(&above)
                .filter(|_| !defines(&above, scene))
                .or_else(|| counts_more(&above))
                .or_else(|| {
                    super::continuation::applies_to_part(&above.passage).then_some(Sense::Only)
                })
                .or_else(other_year)
                .or_else(|| elsewhere(&above, scene))
                .or_else(|| part_named(&above, scene, whom::Above::LeadIn));
            doubts.above.extend(turned.map(|sense| ((*note).to_owned(), sense)));
        }
    }
    let title = Above::new(scene.unit.title, scene, vocabulary);
    if let Some(sense) = withdrawn_title(&title, scene).or_else(|| elsewhere(&title, scene)) {
        doubts.above.push((scene.unit.title.to_owned(), sense));
    }
    let sentence = scene.offset..=scene.offset + scene.passage.source.len();
    for (_, note) in scene.unit.notes.iter().filter(|(offset, _)| sentence.contains(offset)) {
        let above = Above::new(note, scene, vocabulary);
        let turned = turned_note(&above, scene)
            .or_else(|| counts_more(&above))
            .or_else(|| part_named(&above, scene, whom::Above::LeadIn));
        doubts.above.extend(turned.map(|sense| ((*note).to_owned(), sense)));
    }
}

/// `Một vài xã tự đăng ký:`, `A few communes ...:`: of some, whoever they are.
fn of_some(above: &Above) -> Option<Sense> {
    let first = above.placed().next()?.0;
    let some = above.passage.follows_sense(first.range.start, Sense::Several)?;
    let next = above.passage.lexeme_at(some).filter(|next| next.kind == TokenKind::Word)?;
    whom::is_bearer(&above.passage, next).then_some(Sense::Only)
}

fn elsewhere(above: &Above, scene: &Scene) -> Option<Sense> {
    places::other_place_in(&above.passage, scene.unit.language, scene.unit.places)
        .then_some(Sense::Attribute)
}

/// `Trách nhiệm của một xã:`, `To receive capital, a commune needs:`: of each one of them.
fn of_one(above: &Above) -> Option<Sense> {
    let words: Vec<&Lexeme> = above.placed().map(|(lexeme, ..)| lexeme).collect();
    words.windows(2).find_map(|pair| {
        let article = matches!(
            above.passage.word(pair[0].range.end - 1),
            "một" | "mỗi" | "từng" | "a" | "an" | "one" | "each" | "every"
        );
        (article && whom::is_bearer(&above.passage, pair[1])).then_some(Sense::Distribute)
    })
}

fn part_named(above: &Above, scene: &Scene, kind: whom::Above) -> Option<Sense> {
    scene.bearer().part_named(&above.passage, &above.words, kind).map(|_| Sense::Only)
}

/// From how many words on a labelled text is a paragraph.
const LONG: usize = 24;

/// A text above, with its words that belong to no time.
struct Above<'text> {
    passage: Passage<'text>,
    /// The lexemes by their index; a comma, semicolon or conjunction parts them.
    words: Vec<usize>,
}

impl<'text> Above<'text> {
    fn new(text: &'text str, scene: &Scene<'text>, vocabulary: &'text Vocabulary) -> Self {
        let passage = Passage::with_lexemes(text, scene.unit.language, vocabulary);
        let times: Vec<_> = read(text, scene.unit.language, vocabulary)
            .into_iter()
            .filter(|mention| mention.kind.is_time())
            .collect();
        let in_time = |lexeme: &Lexeme| {
            let place = passage.bytes(lexeme.range.clone());
            times.iter().any(|time| time.span.start <= place.start && place.end <= time.span.end)
        };
        let free = |lexeme: &Lexeme| {
            !in_time(lexeme) && (lexeme.kind == TokenKind::Word || lexeme.turning().is_some())
        };
        let words =
            (0..passage.lexemes.len()).filter(|&index| free(&passage.lexemes[index])).collect();
        Above { passage, words }
    }

    /// The lexemes, each with whether it opens its piece, and whether its piece is the last.
    fn placed(&self) -> impl Iterator<Item = (&Lexeme<'text>, bool, bool)> {
        let parts = |index: usize| {
            matches!(self.passage.word(self.passage.lexemes[index].range.start), "," | ";" | "-")
                && self.passage.lexemes[index].kind == TokenKind::Mark
        };
        let last_part =
            (0..self.passage.lexemes.len()).rev().find(|&index| parts(index)).unwrap_or(0);
        self.words.iter().enumerate().map(move |(place, &index)| {
            let opens = place == 0 || (self.words[place - 1]..index).any(parts);
            (&self.passage.lexemes[index], opens, index >= last_part)
        })
    }

    /// Whether the word stands right behind the one for the targets.
    fn follows_target(&self, lexeme: &Lexeme) -> bool {
        self.passage.lexemes.iter().filter(|other| other.range.end <= lexeme.range.start).any(
            |other| {
                let end = self.passage.follows_sense(other.range.start, Sense::Promise);
                end.is_some_and(|end| lexeme.range.start - end.min(lexeme.range.start) <= 5)
                    && lexeme.range.start >= end.unwrap_or(0)
            },
        )
    }

    fn promises(&self) -> bool {
        self.words.iter().any(|&index| {
            let lexeme = &self.passage.lexemes[index];
            lexeme.is(Sense::Want)
                || self.passage.follows_sense(lexeme.range.start, Sense::Promise).is_some()
        })
    }
}

fn sense_of(lexeme: &Lexeme) -> Option<Sense> {
    lexeme.turning().filter(|_| !lexeme.is(Sense::Name))
}

/// `Các trường ngoài công lập:`: a lead-in that is a name, and names something else than the
/// indicator and its groups.
fn group_word(above: &Above, scene: &Scene) -> Option<()> {
    let words: Vec<&Lexeme> = above.placed().map(|(lexeme, ..)| lexeme).collect();
    let says = |lexeme: &&Lexeme| {
        lexeme.is_any(&[
            Sense::Want,
            Sense::Level,
            Sense::Light,
            Sense::Report,
            Sense::Opening,
            Sense::Fresh,
            Sense::Indirect,
        ]) && !lexeme.is_any(&[Sense::LevelNoun, Sense::Filler])
    };
    let has_own = words.iter().any(|lexeme| {
        !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun])
            && super::own::covers(&above.passage, scene.claim.own, lexeme)
    });
    if above.promises() || !has_own || words.iter().any(says) || words.len() > 8 {
        return None;
    }
    let foreign = |lexeme: &&&Lexeme| {
        (lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown())
            && !super::own::covers(&above.passage, scene.claim.own, lexeme)
    };
    words.iter().find(foreign).map(|_| ())
}

/// Words that lead to what stands below are the beginning of its sentences.
fn turned_lead(above: &Above) -> Option<Sense> {
    let promises = above.promises();
    let is_bound = bound_above(&above.passage).is_some();
    above.placed().enumerate().find_map(|(place, (lexeme, opens, last))| {
        let sense = sense_of(lexeme)?;
        let before = lexeme.range.start.checked_sub(1).map_or("", |at| above.passage.word(at));
        let at_place = place <= 2 && matches!(before, "ở" | "tại" | "in" | "at" | "a" | "an");
        let turns = match sense {
            Sense::Condition | Sense::Except => true,
            Sense::Deny => last && !is_bound,
            Sense::Withdraw => last,
            Sense::Distribute => last && (opens || !promises),
            // `Các chỉ tiêu đề nghị Trung ương xem xét:`
            Sense::Weaken | Sense::Hedge => {
                last && (opens || !promises || above.follows_target(lexeme))
            }
            Sense::OtherTime => opens,
            // `Ở tỉnh bạn, lãnh đạo đề ra:`
            Sense::Attribute => last && (opens || !promises) || at_place,
            _ => false,
        };
        turns.then_some(sense)
    })
}

fn turned_heading(above: &Above) -> Option<Sense> {
    let promises = above.promises();
    if !promises && announces_other(above) {
        return Some(Sense::Hedge);
    }
    above.placed().find_map(|(lexeme, opens, _)| {
        let sense = sense_of(lexeme)?;
        let turns = match sense {
            Sense::Withdraw | Sense::Deny => true,
            Sense::Condition | Sense::Except => opens,
            // `Quan điểm, định hướng và mục tiêu`, `tầm nhìn đến năm 2045` beside a target.
            Sense::Weaken => !promises,
            Sense::Hedge => !promises || opens,
            Sense::Attribute => true,
            _ => false,
        };
        turns.then_some(sense)
    })
}

/// `NHU CẦU ĐẾN NĂM 2030`, `ĐIỀU KIỆN XÉT THI ĐUA`: figures that are no targets.
fn announces_other(heading: &Above) -> bool {
    let first = heading.placed().map(|(lexeme, ..)| lexeme).find(|lexeme| {
        // The label of the heading: `I.`, `2.`
        lexeme.kind == TokenKind::Word && lexeme.range.start > 0 || !lexeme.senses.is_empty()
    });
    first.is_some_and(|first| {
        heading.passage.follows_sense(first.range.start, Sense::Unpromised).is_some()
    })
}

/// A title that stops a plan; one that amends or replaces another is a plan itself.
fn withdrawn_title(title: &Above, scene: &Scene) -> Option<Sense> {
    let first = title.placed().next().map(|(lexeme, ..)| lexeme);
    if first.is_some_and(|first| first.is(Sense::Withdraw)) {
        return Some(Sense::Withdraw);
    }
    if title_of_part(title, scene) {
        return Some(Sense::Only);
    }

    if title.passage.follows_sense(0, Sense::Unbinding).is_some() {
        return Some(Sense::Hedge);
    }
    title.placed().find_map(|(lexeme, ..)| {
        let near = lexeme.range.end..(lexeme.range.end + 5).min(title.passage.tokens.len());
        let targets =
            near.into_iter().any(|at| title.passage.follows_sense(at, Sense::Promise).is_some());
        // `bản kế hoạch giả định` is none; `Plan to carry out ...`, `plan to 2030` are plans.
        let is_plan = title.passage.word(lexeme.range.start) == "plan";
        if lexeme.is(Sense::Hedge) && !lexeme.is(Sense::Name) && !is_plan {
            return Some(Sense::Hedge);
        }
        (lexeme.is(Sense::Withdraw) && !lexeme.is(Sense::Name) && targets)
            .then_some(Sense::Withdraw)
    })
}

/// `Kế hoạch phát triển của Trường Bình Minh`, `... tại 03 xã điểm`, `... của cả nước`.
fn title_of_part(title: &Above, scene: &Scene) -> bool {
    let words: Vec<usize> = title.words.clone();
    (0..words.len()).any(|at| {
        let lexeme = &title.passage.lexemes[words[at]];
        let leads = matches!(
            title.passage.word(lexeme.range.start),
            "của" | "tại" | "ở" | "of" | "in" | "at"
        ) && lexeme.range.len() == 1;
        let rest = &words[at + 1..];
        let next = rest.first().map(|&next| &title.passage.lexemes[next]);
        let of_all = next.is_some_and(|next| {
            next.is(Sense::Attribute) && !next.is(Sense::Name) && rest.len() <= 2
        });
        leads
            && (of_all
                || scene.bearer().part_named(&title.passage, rest, whom::Above::LeadIn).is_some())
    })
}

fn turned_note(note: &Above, scene: &Scene) -> Option<Sense> {
    // `Theo thông tư của Bộ` names a source; `Chỉ tiêu này do Bộ giao` says whose the target is.
    let is_of_target = super::around::points_back(&note.passage);
    let defines = defines(note, scene);
    note.placed().find_map(|(lexeme, ..)| {
        let sense = sense_of(lexeme).filter(|_| lexeme.kind == TokenKind::Word)?;
        let limits = match sense {
            Sense::Withdraw | Sense::Weaken => true,
            // `Phòng học kiên cố ..., không bao gồm phòng tạm` says what the word means.
            Sense::Deny
            | Sense::Except
            | Sense::Only
            | Sense::Condition
            | Sense::Distribute
            | Sense::Hedge => !defines,
            Sense::Attribute => is_of_target,
            _ => false,
        };
        limits.then_some(sense)
    })
}

/// The note without `Ghi chú:`.
fn without_opening(note: &str) -> &str {
    match note.split_once(':') {
        Some((opening, rest)) if opening.split_whitespace().count() <= 2 => rest.trim_start(),
        _ => note,
    }
}

/// `Dòng 2 sẽ được xem xét lại`, of a row with another number.
fn is_of_other_row(passage: &Passage, number: Option<&str>) -> bool {
    const ROWS: &[&str] = &["dòng", "hàng", "dòng số", "row", "line"];
    let Some(own) = number.map(|number| number.trim().trim_end_matches(['.', ')'])) else {
        return false;
    };
    let named = passage.follows_any(0, ROWS).filter(|&at| passage.is_kind(at, TokenKind::Number));
    let goes_on = |at: usize| matches!(passage.word(at + 1), "," | "và" | "and" | "-" | "đến");
    named.is_some_and(|at| passage.word(at) != own && !goes_on(at))
}

/// A note under a table may be of any of its rows.
fn turned_below(note: &Above) -> Option<Sense> {
    note.placed().find_map(|(lexeme, ..)| {
        let sense = sense_of(lexeme).filter(|_| lexeme.kind == TokenKind::Word)?;
        (!matches!(sense, Sense::Compare | Sense::Order | Sense::Alternative)).then_some(sense)
    })
}

/// A remark beside a value: who is in charge, on what ground, or from which source. What turns
/// statements, what was reached, what is put off or waits, and another year say more than that.
fn turned_remark(remark: &Above, scene: &Scene) -> Option<Sense> {
    if super::continuation::has_other_year(scene, remark.passage.source) {
        return Some(Sense::OtherTime);
    }
    remark.placed().find_map(|(lexeme, ..)| {
        if lexeme.is(Sense::Name) || lexeme.kind != TokenKind::Word {
            return None;
        }
        if remark.passage.follows_sense(lexeme.range.start, Sense::Pending).is_some() {
            return Some(Sense::Withdraw);
        }
        if lexeme.is(Sense::Report) {
            return Some(Sense::OtherTime);
        }
        // `Mức giảm`: by how much, and not which level.
        let is_change = lexeme.is_any(&[Sense::Increase, Sense::Reduce]);
        let first = remark.words.first().map(|&first| &remark.passage.lexemes[first]);
        let opens = first
            .is_some_and(|first| first.is_any(&[Sense::Increase, Sense::Reduce, Sense::LevelNoun]));
        if is_change && opens && remark.words.len() <= 3 && !scene.is_change() {
            return Some(Sense::Compare);
        }
        // `Thay thế phòng học tạm`: of rooms that are there, and not of the target.
        let object = remark.passage.lexeme_at(lexeme.range.end).filter(|object| {
            object.is_any(&[Sense::Noun, Sense::Name])
                && remark.passage.follows_sense(object.range.start, Sense::FigureNoun).is_none()
        });
        if lexeme.is(Sense::Withdraw) && object.is_some() {
            return None;
        }
        lexeme.turning().filter(|sense| {
            !matches!(sense, Sense::Compare | Sense::Order | Sense::Alternative | Sense::OtherWhole)
        })
    })
}

/// `Tính cả các điểm trường được cải tạo`, `Lũy kế từ năm 2021`: more than what the row counts.
fn counts_more(note: &Above) -> Option<Sense> {
    let first = note.placed().next()?.0;
    let begins = |sense| note.passage.follows_sense(first.range.start, sense).is_some();
    (begins(Sense::Including) || begins(Sense::Summing)).then_some(Sense::OtherWhole)
}

/// `Phòng học kiên cố là ...`: a note that says what a word of the indicator means.
fn defines(note: &Above, scene: &Scene) -> bool {
    const MEANS: &[&str] = &[
        "là",
        "gồm",
        "bao gồm",
        "không bao gồm",
        "không gồm",
        "không tính",
        "do not include",
        "does not include",
        "được hiểu là",
        "được tính là",
        "nghĩa là",
        "is",
        "are",
        "means",
        "refers to",
        "comprises",
        "is one",
    ];
    let passage = &note.passage;
    let words: Vec<&Lexeme> = note.placed().map(|(lexeme, ..)| lexeme).collect();
    let means = |lexeme: &&Lexeme| passage.follows_any(lexeme.range.start, MEANS).is_some();
    let Some(verb) = words.iter().position(means).filter(|verb| (1..=5).contains(verb)) else {
        return false;
    };
    let is_name = |lexeme: &&Lexeme| {
        super::own::covers(passage, scene.claim.own, lexeme) && !lexeme.is(Sense::LevelNoun)
            || lexeme.is(Sense::Filler)
    };
    let names_own = words[..verb].iter().any(|lexeme| {
        super::own::covers(passage, scene.claim.own, lexeme) && !lexeme.is(Sense::Filler)
    });
    names_own && words[..verb].iter().all(is_name)
}

/// The comparator with which a lead-in ends: `Phấn đấu ít nhất:`.
pub fn bound_of_lead_in(unit: &UnitInPlan, vocabulary: &Vocabulary) -> Option<Bound> {
    unit.lead_ins.iter().find_map(|lead_in| {
        let text = words::last_sentence(lead_in);
        bound_above(&Passage::with_lexemes(text, unit.language, vocabulary))
    })
}

fn bound_above(passage: &Passage) -> Option<Bound> {
    const COMPARATORS: &[(Sense, Bound)] = &[
        (Sense::AtLeast, Bound::AtLeast),
        (Sense::AtLeastBehind, Bound::AtLeast),
        (Sense::Above, Bound::Above),
        (Sense::AtMost, Bound::AtMost),
        (Sense::AtMostBehind, Bound::AtMost),
        (Sense::Below, Bound::Below),
        (Sense::About, Bound::About),
    ];
    let of = |lexeme: &Lexeme| {
        COMPARATORS.iter().find(|(sense, _)| lexeme.is(*sense)).map(|(_, bound)| *bound)
    };
    let last = passage
        .lexemes
        .iter()
        .rev()
        .find(|lexeme| lexeme.kind == TokenKind::Word || !lexeme.senses.is_empty())?;
    if let Some(bound) = of(last) {
        return Some(bound);
    }
    // `không vượt quá các mức sau:`: the comparator governs what follows, with a word for it
    // between.
    let words = passage.lexemes.iter().rev().filter(|lexeme| lexeme.kind == TokenKind::Word);
    let tail: Vec<&Lexeme> = words.take(7).collect();
    let points = tail.iter().any(|lexeme| {
        let mut words = lexeme.range.clone().map(|token| passage.word(token));
        words.any(|word| matches!(word, "sau" | "following" | "below"))
    });
    // `The council passes the following` sets no bound.
    let passes = |lexeme: &Lexeme| passage.word(lexeme.range.start).starts_with("pass");
    let at = tail
        .iter()
        .position(|lexeme| of(lexeme).is_some() && !lexeme.is(Sense::Level) && !passes(lexeme))?;
    let bound = of(tail[at]).filter(|_| points)?;
    // `không được thấp hơn`: the contrary of what is denied.
    let denied = tail[at + 1..]
        .iter()
        .take_while(|lexeme| {
            lexeme.is_any(&[Sense::Want, Sense::Filler, Sense::Deny, Sense::Prohibit, Sense::Level])
        })
        .any(|lexeme| lexeme.is_any(&[Sense::Deny, Sense::Prohibit]));
    match (denied, bound) {
        (false, bound) => Some(bound),
        (true, Bound::Below) => Some(Bound::AtLeast),
        (true, Bound::Above) => Some(Bound::AtMost),
        (true, _) => None,
    }
}

/// A figure's comparator under a lead-in with a comparator of its own; none where the two
/// contradict each other.
pub fn with_bound(own: Comparator, bound: Bound) -> Option<Comparator> {
    match own {
        Comparator::Reach => Some(bound.of_level()),
        Comparator::IncreaseBy(Bound::Exactly) => Some(Comparator::IncreaseBy(bound)),
        Comparator::ReduceBy(Bound::Exactly) => Some(Comparator::ReduceBy(bound)),
        own if own == bound.of_level() => Some(own),
        _ => None,
    }
}
