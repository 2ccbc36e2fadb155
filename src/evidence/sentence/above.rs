//! The headings, the lead-in and the footnotes: open vocabulary, in which words that withdraw, deny
//! or weaken are looked for.

use super::{Doubts, Scene, places, whom};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage, TokenKind, read};
use crate::evidence::table::LabelPlace;
use crate::evidence::{UnitInPlan, Vocabulary, words};
use crate::portal::{Bound, Comparator};

pub fn check(scene: &Scene, vocabulary: &Vocabulary, doubts: &mut Doubts) {
    for lead_in in &scene.lead_ins {
        let above = Above::new(lead_in, scene, vocabulary);
        let turned = turned_lead(&above)
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
        for text in groups.map(|label| label.text).chain(cell.above.iter().copied()) {
            let above = Above::new(text, scene, vocabulary);
            let turned = part_named(&above, scene, whom::Above::LeadIn);
            doubts.above.extend(turned.map(|sense| (text.to_owned(), sense)));
        }
    }
    let title = Above::new(scene.unit.title, scene, vocabulary);
    if let Some(sense) = withdrawn_title(&title) {
        doubts.above.push((scene.unit.title.to_owned(), sense));
    }
    let sentence = scene.offset..=scene.offset + scene.passage.source.len();
    for (_, note) in scene.unit.notes.iter().filter(|(offset, _)| sentence.contains(offset)) {
        let above = Above::new(note, scene, vocabulary);
        let turned = turned_note(&above).or_else(|| part_named(&above, scene, whom::Above::LeadIn));
        doubts.above.extend(turned.map(|sense| ((*note).to_owned(), sense)));
    }
}

fn elsewhere(above: &Above, scene: &Scene) -> Option<Sense> {
    places::other_place_in(&above.passage, scene.unit.language, scene.unit.places)
        .then_some(Sense::Attribute)
}

fn part_named(above: &Above, scene: &Scene, kind: whom::Above) -> Option<Sense> {
    let bearer = whom::Bearer {
        claim: scene.claim,
        places: scene.unit.places,
        vocabulary: scene.vocabulary,
    };
    bearer.part_named(&above.passage, &above.words, kind).map(|_| Sense::Only)
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

    fn promises(&self) -> bool {
        const PROMISES: &[&str] = &[
            "mục tiêu",
            "chỉ tiêu",
            "nhiệm vụ",
            "target",
            "targets",
            "goal",
            "goals",
            "objective",
            "objectives",
            "task",
            "tasks",
        ];
        self.words.iter().any(|&index| {
            let lexeme = &self.passage.lexemes[index];
            lexeme.is(Sense::Want)
                || PROMISES
                    .iter()
                    .any(|word| self.passage.follows(lexeme.range.start, word).is_some())
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
    above.placed().find_map(|(lexeme, opens, last)| {
        let sense = sense_of(lexeme)?;
        let turns = match sense {
            Sense::Condition | Sense::Except => true,
            Sense::Withdraw | Sense::Deny => last,
            Sense::Weaken | Sense::Hedge | Sense::Attribute | Sense::Distribute => {
                last && (opens || !promises)
            }
            _ => false,
        };
        turns.then_some(sense)
    })
}

fn turned_heading(above: &Above) -> Option<Sense> {
    let promises = above.promises();
    above.placed().find_map(|(lexeme, opens, _)| {
        let sense = sense_of(lexeme)?;
        let turns = match sense {
            Sense::Withdraw | Sense::Deny => true,
            Sense::Condition | Sense::Except => opens,
            // `Quan điểm, định hướng và mục tiêu`, `tầm nhìn đến năm 2045` beside a target.
            Sense::Weaken | Sense::Hedge => !promises,
            Sense::Attribute => true,
            _ => false,
        };
        turns.then_some(sense)
    })
}

/// A title that stops a plan; one that amends or replaces another is a plan itself.
fn withdrawn_title(title: &Above) -> Option<Sense> {
    const TARGETS: &[&str] =
        &["chỉ tiêu", "mục tiêu", "nhiệm vụ", "targets", "target", "goals", "objectives"];
    title.placed().find_map(|(lexeme, ..)| {
        let near = lexeme.range.end..(lexeme.range.end + 5).min(title.passage.tokens.len());
        let targets = near
            .into_iter()
            .any(|at| TARGETS.iter().any(|word| title.passage.follows(at, word).is_some()));
        (lexeme.is(Sense::Withdraw) && !lexeme.is(Sense::Name) && targets)
            .then_some(Sense::Withdraw)
    })
}

fn turned_note(note: &Above) -> Option<Sense> {
    // `Theo thông tư của Bộ` names a source; `Chỉ tiêu này do Bộ giao` says whose the target is.
    let is_of_target = super::around::points_back(&note.passage);
    note.placed().find_map(|(lexeme, ..)| {
        let sense = sense_of(lexeme).filter(|_| lexeme.kind == TokenKind::Word)?;
        let limits = matches!(
            sense,
            Sense::Withdraw
                | Sense::Deny
                | Sense::Except
                | Sense::Only
                | Sense::Condition
                | Sense::Hedge
                | Sense::Weaken
                | Sense::Distribute
        );
        (limits || is_of_target && sense == Sense::Attribute).then_some(sense)
    })
}

/// The comparator with which a lead-in ends: `Phấn đấu ít nhất:`.
pub fn bound_of_lead_in(unit: &UnitInPlan, vocabulary: &Vocabulary) -> Option<Bound> {
    unit.lead_ins.iter().find_map(|lead_in| {
        let passage =
            Passage::with_lexemes(words::last_sentence(lead_in), unit.language, vocabulary);
        let last = passage
            .lexemes
            .iter()
            .rev()
            .find(|lexeme| lexeme.kind == TokenKind::Word || !lexeme.senses.is_empty())?;
        let comparators = [
            (Sense::AtLeast, Bound::AtLeast),
            (Sense::AtLeastBehind, Bound::AtLeast),
            (Sense::Above, Bound::Above),
            (Sense::AtMost, Bound::AtMost),
            (Sense::AtMostBehind, Bound::AtMost),
            (Sense::Below, Bound::Below),
            (Sense::About, Bound::About),
        ];
        let own = comparators.iter().find(|(sense, _)| last.is(*sense)).map(|(_, bound)| *bound);
        // `không vượt quá các mức sau:`: the comparator governs what follows, with a word for it
        // between.
        own.or_else(|| {
            let tail: Vec<&Lexeme> = passage
                .lexemes
                .iter()
                .rev()
                .filter(|lexeme| lexeme.kind == TokenKind::Word)
                .take(5)
                .collect();
            let points = tail.iter().any(|lexeme| {
                matches!(passage.word(lexeme.range.start), "sau" | "following" | "sau đây")
            });
            let found = tail.iter().find_map(|lexeme| {
                comparators.iter().find(|(sense, _)| lexeme.is(*sense) && !lexeme.is(Sense::Level))
            });
            found.filter(|_| points).map(|(_, bound)| *bound)
        })
    })
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
