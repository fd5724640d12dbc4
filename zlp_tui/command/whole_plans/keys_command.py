"""`zlp keys …`: who has a passphrase here, who has a key to which plan, given and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from zlp_tui.command.program import Program, new_id, now, print_error
from zlp_tui.command.questions.passphrases import can_be_asked, chosen_passphrase
from zlp_tui.command.questions.terminal_question import ask_until
from zlp_tui.command.questions.unlocking import chosen_holder, move_plans, print_code
from zlp_tui.command.reading.read_commands import local_today
from zlp_tui.conversation.ports.keyholding import Locked, NoKeyholder
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.errors import NoKey, Refused
from zlp_tui.text import folded, one_line

if TYPE_CHECKING:
    from zlp_tui.command.parsing.options import KeysAction
    from zlp_tui.conversation.session.locked_plans.plan_keys import KeyOwner, NamedPlan, PlanKeys
    from zlp_tui.store.plans_to_read import PlansToRead


def keys(program: Program) -> int:
    """`zlp keys`: one of its actions. What others read goes to standard output, all else to standard error."""
    actions: Mapping[KeysAction, Callable[[Program], None]] = {
        "list": _list, "add": _add, "remove": _remove, "passphrase": _passphrase, "recovery": _recovery,
        "rotate": _rotate, "public": _public, "confirm": _confirm,
    }
    actions[program.options.keys](program)
    return 0


@contextmanager
def plan_keys(program: Program) -> Iterator[tuple[PlanKeys, PlansToRead]]:
    """The keys of the plans, and the plans, once somebody unlocked them. `NoKey` where nobody has a passphrase yet."""
    from zlp_tui.conversation.session.locked_plans.plan_keys import PlanKeys

    with program.plans() as plans:
        _require_keyholder(program)
        yield PlanKeys(program.home, program.lock.who, plans, clock=now, new_id=new_id), plans


def _require_keyholder(program: Program) -> None:
    if isinstance(program.lock.state(), NoKeyholder):
        command = f"zlp keys add {program.tr('NAME')}"
        raise NoKey("Nobody has a passphrase here yet. Type: {command}", command=command)


def _list(program: Program) -> None:
    """Who can have a key, and to how many plans here."""
    tr = program.tr
    with plan_keys(program) as (known, _):
        for owner in known.owners():
            count = tr.plural("{count} plan", "{count} plans", known.plans_of(owner.public))
            parts = [one_line(owner.name), count]
            if owner.public == known.mine:
                parts.append(tr("this is you"))
            if not owner.here:
                parts.append(tr("on another computer"))
            program.out.print(" · ".join(parts), rest="    ")


def _add(program: Program) -> None:
    """Give somebody a key: at this computer, where they choose their own words now, or elsewhere, by their public line.
    The first one of a computer gets the plans that stand in one file."""
    name = program.read_name(program.options.name)
    state = program.lock.state()
    if isinstance(state, NoKeyholder) and not program.is_to_be_locked:
        print_code(program, program.lock.make_keyholder(name, chosen_passphrase(program)))
        move_plans(program)
        return
    with plan_keys(program) as (known, plans):
        given = _plans_to_give(program, known, plans)
        owner = _owner(program, known, name)
        if owner.public == known.mine:
            raise Refused("You have a key to these plans yourself.")
        told = known.give(given, owner.public)
    tr, called = program.tr, one_line(owner.name)
    if told:
        names = ", ".join(one_line(plan.name) for plan in told)
        print_error(tr("{name} has a key now to: {plans}", name=called, plans=names))
    else:
        print_error(tr("{name} got no key to another plan.", name=called))


def _plans_to_give(program: Program, known: PlanKeys, plans: PlansToRead) -> tuple[NamedPlan, ...]:
    """The plans that were named, all or none; without a word of it the only one there is."""
    options, mine = program.options, known.my_plans()
    if options.none:
        return ()
    if options.plans:
        ids = {find_plan(plans, program.read_name(plan), program.tr, local_today()).id for plan in options.plans}
        return tuple(plan for plan in mine if plan.id in ids)
    if not options.all and len(mine) > 1:
        raise Refused("To which plans? Say --plan NAME, --all or --none.")
    return mine


def _owner(program: Program, known: PlanKeys, name: str) -> KeyOwner:
    """Whom the name means: somebody elsewhere, whose words were compared; a keyholder here; or a new one."""
    from zlp_tui.conversation.session.locked_plans.plan_keys import KeyOwner
    from zlp_tui.keys.public_key import read_public_line

    tr = program.tr
    if program.options.public is not None:
        public = read_public_line(program.read_name(program.options.public))
        print_error(tr("Does {name} read the same words? {words}", name=one_line(name),
                       words=" ".join(known.words_of(public))))
        _require_same_words(program)
        return known.know(name, public)
    owner = known.owner_called(name)
    if owner is not None:
        return owner
    print_error(tr("{name} chooses a passphrase now.", name=one_line(name)))
    made, code = program.lock.new_keyholder(name, chosen_passphrase(program))
    print_code(program, code)
    return KeyOwner(made.name, made.keys.public, here=True)


def _require_same_words(program: Program) -> None:
    """`Refused` unless somebody in the terminal says that the words are the same; where nobody can be asked, whoever
    reads them compares them."""
    if not can_be_asked():
        return
    tr, nothing = program.tr, Refused("Nobody was given a key.")
    said = {folded(tr("yes")): True, folded(tr("no")): False}
    how = tr("Type yes when they are the same, or no.")
    if not ask_until(program, how, how, lambda typed: said.get(folded(typed)), how, nothing):
        raise nothing


def _remove(program: Program) -> None:
    """Take somebody's key back, from the plans that were named or all that one may open."""
    name, tr = program.read_name(program.options.name), program.tr
    with plan_keys(program) as (known, plans):
        owner = known.named(name)
        chosen = _plans_to_give(program, known, plans) if program.options.plans else known.my_plans()
        called = one_line(owner.name)
        taken = False
        for plan in chosen:
            if known.take_back(plan.id, owner.public):
                taken = True
                values = {"plan": one_line(plan.name), "name": called}
                print_error(tr("{plan}: {name} has no key any more. The plan has a new key.", **values))
    if not taken:
        print_error(tr("{name} had no key to these plans.", name=called))
        return
    print_error(tr("What {name} could open until now, {name} may have copied. What is said from now on is not in it.",
                   name=called))
    _say_that_files_stay(program)


def _say_that_files_stay(program: Program) -> None:
    print_error(program.tr("The file of before stays beside it until you say that all is right: {command}",
                           command="zlp keys confirm"))


def _passphrase(program: Program) -> None:
    """Another passphrase for oneself; with `--forgotten` by the recovery code."""
    lock, tr = program.lock, program.tr
    state = lock.state()
    if isinstance(state, Locked) and program.options.forgotten:
        holder = chosen_holder(program, state.holders)
        lock.recover(holder.id, _typed_code(program))
    else:
        program.unlock()
    _require_keyholder(program)
    lock.change_passphrase(chosen_passphrase(program))
    print_error(tr("The passphrase of {name} is another one now.", name=one_line(lock.who.name)))


def _typed_code(program: Program) -> str:
    """The recovery code: the next line of standard input."""
    if can_be_asked():
        program.aside.prompt(program.tr("Recovery code:"))
    line = program.lines.next()
    if line is None or not line.strip():
        raise Refused("There is no recovery code in standard input.")
    return line


def _recovery(program: Program) -> None:
    """Another recovery code for oneself."""
    with plan_keys(program):
        code = program.lock.new_code()
        print_code(program, code)  # first: who is stopped now has it on paper, or the code of before
        program.lock.use_code(code)
    print_error(program.tr("The recovery code of before opens nothing any more."))


def _rotate(program: Program) -> None:
    """A new key for one plan, for the same people."""
    with plan_keys(program) as (known, plans):
        found = find_plan(plans, program.read_name(program.options.name), program.tr, local_today())
        plans.close()
        known.rotate(found.id)
    print_error(program.tr("{plan}: the plan has a new key.", plan=one_line(found.name)))
    _say_that_files_stay(program)


def _public(program: Program) -> None:
    """One's own public line, and the words to read aloud."""
    from zlp_tui.keys.public_key import public_line

    with plan_keys(program) as (known, _):
        words = " ".join(known.words_of(known.mine))
        program.out.raw(f"{public_line(known.mine)}\n")
    print_error(program.tr("Read these words to who gives you a key: {words}", words=words))


def _confirm(program: Program) -> None:
    """All is right: remove what is kept of before."""
    with plan_keys(program) as (known, _):
        gone = len(program.lock.remove_unlocked_copies()) + known.confirm()
    print_error(program.tr.plural("{count} file of before is removed.", "{count} files of before are removed.", gone))
