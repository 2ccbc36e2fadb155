//! The list of everything that can be wrong: one code per rule, with its level.

use super::Level;

macro_rules! codes {
    ($($(#[doc = $what:literal])+ $variant:ident = $name:literal $level:ident,)+) => {
        /// The name of a rule, as it is shown and as its folder in `tests/diagnostics/` is called.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $what])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            pub fn level(self) -> Level {
                match self { $(Code::$variant => Level::$level,)+ }
            }
        }
    };
}

codes! {
    // Files and YAML
    /// A file that content needs is not there.
    MissingFile = "missing-file" Error,
    /// A file is not UTF-8 text.
    NotText = "not-text" Error,
    /// A file or folder that nothing reads.
    UnknownFile = "unknown-file" Warning,
    /// Not YAML, or YAML that content never needs (aliases, tags, several documents, deep nesting).
    YamlSyntax = "yaml-syntax" Error,
    /// A field stands twice in one mapping.
    DuplicateField = "duplicate-field" Error,
    /// A field that this file does not have.
    UnknownField = "unknown-field" Error,
    /// A field that must be there is not.
    MissingField = "missing-field" Error,
    /// Words given in both languages that do not hold the same numbers.
    WordsDiffer = "words-differ" Warning,
    /// A value of the wrong shape or outside its list.
    WrongValue = "wrong-value" Error,
    /// A number written the Vietnamese way, or one that YAML reads otherwise than it looks.
    NumberFormat = "number-format" Error,
    /// A date that is no date.
    WrongDate = "wrong-date" Error,
    /// A slug with other letters than `a-z`, `0-9` and `-`, or a reserved one.
    WrongSlug = "wrong-slug" Error,
    /// Two things with one id.
    DuplicateId = "duplicate-id" Error,

    // Plan text
    /// A link in a text that leads nowhere it may lead.
    UnsafeLink = "unsafe-link" Error,
    /// Raw HTML in a text: it is shown as text.
    RawHtml = "raw-html" Warning,
    /// A mark in a text that leads to no footnote.
    FootnoteMissing = "footnote-missing" Error,
    /// A footnote that no mark in the text leads to.
    FootnoteUnmarked = "footnote-unmarked" Warning,
    /// An impossible date in a plan's text.
    ImpossibleDate = "impossible-date" Warning,
    /// A clause, unit or mark of a footnote of one language that the other does not have.
    StructureDiffers = "structure-differs" Error,
    /// The numbers of a unit differ between the languages.
    NumbersDiffer = "numbers-differ" Error,

    /// The English of a unit was checked against other Vietnamese words than stand there now.
    TranslationBehind = "translation-behind" Warning,
    /// The English of a unit changed since it was confirmed, or the unit is new in both languages.
    TranslationUnconfirmed = "translation-unconfirmed" Warning,
    /// An attribute of a plan (number, date, signer, status ...) changed since it was confirmed.
    AttributeUnconfirmed = "attribute-unconfirmed" Warning,
    /// A `translation.lock` with the marks of an unfinished merge.
    MergeMarks = "merge-marks" Error,
    /// An English text of a plan that says that it has none yet.
    TranslationPending = "translation-pending" Note,

    // References
    /// An indicator that the catalogue does not have.
    UnknownIndicator = "unknown-indicator" Error,
    /// A breakdown, member or unit that is not declared, or not for this indicator.
    UnknownBreakdown = "unknown-breakdown" Error,
    /// A clause that the plan's text does not have.
    UnknownClause = "unknown-clause" Error,
    /// A plan, place or row that does not exist.
    UnknownReference = "unknown-reference" Error,
    /// A province that the grid of the country has no tile for.
    ProvinceWithoutTile = "province-without-tile" Warning,

    // Relations between documents
    /// A document that stands before itself: it replaces or implements itself, directly or in a circle.
    RelationCycle = "relation-cycle" Error,
    /// A relation says another number, issuer or date than the plan that it names.
    RelationDiffers = "relation-differs" Error,
    /// A document's number or date is another than its own words print.
    IdentityDiffers = "identity-differs" Error,
    /// The dates say the reverse of the relation: a plan that replaces a later one.
    RelationOrder = "relation-order" Warning,
    /// A plan that is said to replace the plan of another place.
    RelationPlace = "relation-place" Warning,
    /// A plan that a signed plan replaces, and that does not call itself superseded.
    StatusDiffers = "status-differs" Warning,
    /// A target of a replaced plan that the plan in its place neither speaks of nor says that it drops.
    UnaccountedTarget = "unaccounted-target" Warning,
    /// What is called dropped is not: the plan still has it, or replaces nothing that had it.
    DroppedDiffers = "dropped-differs" Error,
    /// A checksum that is not that of the document's file.
    ChecksumDiffers = "checksum-differs" Error,

    // Corrections
    /// A correction that does not lead to what stands now, or that corrects nothing.
    CorrectionDiffers = "correction-differs" Error,
    /// Corrections that are not in the order of their dates, or older than the document.
    CorrectionOrder = "correction-order" Error,

    // Evidence
    /// The quote does not stand in the unit.
    QuoteNotFound = "quote-not-found" Error,
    /// The quote stands more than once in the unit.
    QuoteAmbiguous = "quote-ambiguous" Error,
    /// The quote cuts a number, a marker or a unit.
    QuoteCuts = "quote-cuts" Error,
    /// No figure, or more than one candidate, in the quote.
    QuoteFigure = "quote-figure" Error,
    /// The goal differs from what the clause says: comparator, value or unit.
    GoalDiffers = "goal-differs" Error,
    /// The period is not the one that the clause, its headings or the title name.
    PeriodDiffers = "period-differs" Error,
    /// The figure stands for another breakdown.
    BreakdownDiffers = "breakdown-differs" Error,
    /// A figure of a plan's text that no row takes up and no `ignore` explains.
    UncoveredFigure = "uncovered-figure" Warning,
    /// An `ignore` that explains no figure.
    UnusedIgnore = "unused-ignore" Warning,
    /// Two targets claim one figure.
    FigureShared = "figure-shared" Error,
    /// Two rows of a plan, or of two plans in force, that cannot both be meant, and no note says why both stand there.
    UnsettledConflict = "unsettled-conflict" Warning,
    /// A row that is said to conflict with a row of another indicator or place.
    ConflictDiffers = "conflict-differs" Warning,
    /// A milestone without its verb or object in the quote.
    MilestoneWords = "milestone-words" Error,
    /// None of the words that the catalogue gives the indicator stands by the figure.
    IndicatorWords = "indicator-words" Error,
    /// A figure that the clause of the signed text does not print.
    OriginalDiffers = "original-differs" Error,
    /// `carried_from` names a marker that does not stand earlier in the sentence.
    CarriedFrom = "carried-from" Error,
}
