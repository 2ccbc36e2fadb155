//! The second grade of proof at work: the rows of a plan looked up in its signed text, clause by
//! clause.

use std::sync::Arc;

use super::catalogue::Catalogue;
use super::proofs::{ReadText, ResolvedClaim, claim_in};
use crate::content::fields::At;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::evidence::{self, Proof};
use crate::language::Localized;
use crate::portal::{Clause, ClauseKind, UnitIndex};

/// A row that stands in the edition: its claim, where the file has it, and the words of the signed
/// text that its author names.
pub struct ProvenRow<'row> {
    pub claim: &'row ResolvedClaim<'row>,
    pub proof: &'row Proof,
    pub source: &'row Arc<Source>,
}

/// Whether the signed text says what the row says. A figure that it does not print is reported; a
/// milestone has no figure to look for, and only the author's own words for it are held against the
/// text.
pub fn prove(
    row: &ProvenRow,
    edition: &ReadText,
    signed: &ReadText,
    catalogue: &Catalogue,
    report: &mut Report,
) -> bool {
    if let Some(quote) = &row.claim.record.original_quote {
        return prove_quote(row, quote, edition, signed, catalogue, report);
    }
    let claim = claim_in(row.claim, edition.language, row.proof.quote.as_str());
    let clause = edition.text.clause(edition.text.unit(row.claim.unit).clause);
    let bare = edition.unit_in_plan(row.claim.unit).cell.is_some();
    let units = units_of(signed, clause);
    let found = units.clone().any(|unit| {
        evidence::is_said(&claim, &signed.unit_in_plan(UnitIndex(unit)), bare, signed.vocabulary)
    });
    if !found && row.proof.mention.is_some() {
        let nearly = units.clone().find_map(|unit| {
            Some((
                UnitIndex(unit),
                evidence::nearly_said(&claim, &signed.unit_in_plan(UnitIndex(unit)))?,
            ))
        });
        report.add(differs(row, edition, signed, units, nearly));
    }
    found
}

/// The units of the clause with the same label and of the clauses in it; none where the text has no
/// such clause. Nothing marks the closing part of a signed text: it goes on with the last of the
/// outermost clauses.
fn units_of(signed: &ReadText, clause: &Clause) -> std::ops::Range<usize> {
    let text = signed.text;
    let same = text.clauses.iter().position(|signed| signed.anchor == clause.anchor);
    let last = || {
        text.clauses
            .iter()
            .rposition(|signed| signed.depth == 1)
            .filter(|_| clause.kind == ClauseKind::Closing)
    };
    let Some(first) = same.or_else(last) else { return 0..0 };
    let depth = text.clauses[first].depth;
    let end = (first + 1..text.clauses.len())
        .find(|&later| text.clauses[later].depth <= depth)
        .unwrap_or(text.clauses.len());
    let unit_from = |clause: usize| text.units.partition_point(|unit| unit.clause.0 < clause);
    unit_from(first)..unit_from(end)
}

fn differs(
    row: &ProvenRow,
    edition: &ReadText,
    signed: &ReadText,
    units: std::ops::Range<usize>,
    nearly: Option<(UnitIndex, std::ops::Range<usize>)>,
) -> Diagnostic {
    let unit = edition.text.unit(row.claim.unit);
    let shown = &unit.text[row.proof.figure.clone()];
    let clause = edition.text.clause(unit.clause);
    let label = edition.text.label_path(unit.clause);
    let name = match (label.is_empty(), clause.kind) {
        (false, _) => Localized::text(format!("mục `{label}`"), format!("clause `{label}`")),
        (true, ClauseKind::Preamble) => Localized::text("phần mở đầu", "the opening part"),
        (true, _) => Localized::text("phần kết", "the closing part"),
    };
    let quote_cure = Localized::text(
        "nếu văn bản ký viết khác hoặc đánh số khác, chép câu ấy vào original_quote: \"...\" \
         của mục này",
        "where the signed text words or numbers it otherwise, copy its sentence into \
         original_quote: \"...\" of this row",
    );
    let location = row.claim.record.goal.location(row.source);
    if units.is_empty() {
        return Diagnostic::new(
            Code::OriginalDiffers,
            location,
            Localized::text(
                format!("văn bản ký thiếu {}, nơi phải có `{shown}`", name.vi),
                format!("the signed text lacks {}, where `{shown}` should stand", name.en),
            ),
            Localized::text("chưa đối chiếu được với văn bản ký", "not proven in the signed text"),
            quote_cure,
        )
        .with_related(
            Location::file(signed.source),
            Localized::text("văn bản ký", "the signed text"),
        );
    }
    let (place, label) = match nearly {
        Some((unit, range)) => {
            let read = &signed.text.unit(unit).text[range.clone()];
            (
                signed.location(unit, range.clone()),
                Localized::text(format!("ở đây là `{read}`"), format!("here it is `{read}`")),
            )
        }
        None => (
            signed.whole_unit(UnitIndex(units.start)),
            Localized::text("mục ấy bắt đầu ở đây", "the clause begins here"),
        ),
    };
    Diagnostic::new(
        Code::OriginalDiffers,
        location,
        Localized::text(
            format!("{} của văn bản ký không có `{shown}`", name.vi),
            format!("{} of the signed text does not print `{shown}`", name.en),
        ),
        Localized::text("chưa đối chiếu được với văn bản ký", "not proven in the signed text"),
        Localized::text(
            format!(
                "đối chiếu lại con số, từ so sánh và đơn vị trong bản biên tập; {}",
                quote_cure.vi
            ),
            format!(
                "hold figure, comparator and unit of the edition against it; {}",
                quote_cure.en
            ),
        ),
    )
    .with_related(place, label)
}

/// The author's own words for the sentence of the signed text.
fn prove_quote(
    row: &ProvenRow,
    quote: &At<String>,
    edition: &ReadText,
    signed: &ReadText,
    catalogue: &Catalogue,
    report: &mut Report,
) -> bool {
    let claim = claim_in(row.claim, edition.language, &quote.value);
    let bare = edition.unit_in_plan(row.claim.unit).cell.is_some();
    let mut failure = None;
    let mut times = 0;
    for unit in (0..signed.text.units.len()).map(UnitIndex) {
        let in_plan = signed.unit_in_plan(unit);
        match evidence::is_quoted(&claim, &in_plan, bare, signed.vocabulary) {
            None => {}
            Some(Ok(())) => times += 1,
            Some(Err(found)) => {
                times += 1;
                failure = failure.or(Some((unit, found)));
            }
        }
    }
    let wrong = |message, label, cure| {
        Diagnostic::new(Code::OriginalDiffers, quote.location(row.source), message, label, cure)
    };
    match (times, failure) {
        (1, None) => return true,
        (0, _) => report.add(wrong(
            Localized::text(
                "`original_quote` không có trong văn bản ký",
                "the `original_quote` does not stand in the signed text",
            ),
            Localized::text("không có trong original.md", "not in original.md"),
            Localized::text(
                "chép nguyên văn từ original.md, đúng từng chữ, từng dấu; xuống dòng thì viết \
                 thành dấu cách",
                "copy the words of original.md exactly; where a line breaks, type a space",
            ),
        )),
        (_, Some((unit, failure))) => {
            let in_plan = signed.unit_in_plan(unit);
            let (_, message, label, _) =
                evidence::describe(&failure, &in_plan, &catalogue.dimensions, &catalogue.units);
            let cure = Localized::text(
                "chỉ đúng câu của văn bản ký có cùng con số, hoặc sửa bản biên tập và mục này \
                 theo văn bản ký",
                "point at the sentence of the signed text with the same figure, or mend the \
                 edition and this row by it",
            );
            let place = failure
                .range()
                .map_or_else(|| signed.whole_unit(unit), |range| signed.location(unit, range));
            report.add(
                wrong(message, label, cure)
                    .with_related(place, Localized::text("trong văn bản ký", "in the signed text")),
            );
        }
        (times, None) => report.add(wrong(
            Localized::text(
                format!("`original_quote` có mặt {times} lần trong văn bản ký"),
                format!("the `original_quote` stands {times} times in the signed text"),
            ),
            Localized::text("không rõ là chỗ nào", "it is not clear which one is meant"),
            Localized::text(
                "chép dài thêm cho đến khi chỉ còn một chỗ",
                "lengthen it until it stands there once",
            ),
        )),
    }
    false
}
