"""Fee -> component 4: free, an amount, a formula, a regulation; or several of these, summed or one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.indonesian import ended, enumerated, plain, raised, rupiah, unended
from sop_engine.render.sheet.blocks import Items, Text, say, unstated
from sop_engine.render.sheet.remark import remarked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.definition.model import Fee, FeeItem


def payment(fee: Fee, groups: Mapping[str, str]) -> tuple[Items, ...]:
    """Return what is to be paid; ``groups`` are the names of the groups of applicants."""
    if not fee.items:
        if not (fee.free or fee.amount or fee.formula or fee.regulation):
            remark = (each for each in remarked("", fee.note, ()) if each.text)
            return (Items((unstated(), *remark), numbered=False),)
        return (Items(remarked(_amount(fee), fee.note, ()), numbered=False),)
    lead = Items((Text(say("fee_additive" if fee.additive else "fee_alternative")),), numbered=False)
    items = Items(tuple(_item(item, groups) for item in fee.items), numbered=len(fee.items) > 1)
    if not fee.note:
        return lead, items
    return lead, items, Items((Text(ended(raised(plain(fee.note)))),), numbered=False)


def _item(item: FeeItem, groups: Mapping[str, str]) -> Text:
    name = unended(plain(item.text))
    payers = [*((plain(item.payer),) if item.payer else ()), *(plain(groups.get(key, key)) for key in item.only)]
    if payers:
        name = say("fee_payer", text=name, payer=enumerated(payers, say("and")))
    value = _amount(item)
    if item.note:
        value = say("remarked", text=value, remark=unended(plain(item.note)))
    return Text(say("each", name=name, value=value))


def _amount(fee: Fee | FeeItem) -> str:
    if fee.amount is not None or fee.formula is not None:
        amount = rupiah(fee.amount) if fee.amount is not None else unended(plain(fee.formula or ""))
        return say("fee_per", amount=amount, unit=plain(fee.per)) if fee.per else amount
    if fee.regulation is not None:
        return say("fee_regulation", regulation=unended(plain(fee.regulation)))
    return say("fee_free")
