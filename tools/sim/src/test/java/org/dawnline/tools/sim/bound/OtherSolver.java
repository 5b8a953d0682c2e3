package org.dawnline.tools.sim.bound;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The same programme for ojAlgo. */
final class OtherSolver implements StagedProgramme.Reader {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Expression> rows = new ArrayList<>();

    OtherSolver(StagedProgramme programme) {
        programme.tell(this);
    }

    @Override
    public void variable(double least, double most, double worthOfOne) {
        variables.add(model.newVariable("x" + variables.size())
                .lower(least)
                .upper(most)
                .weight(worthOfOne));
    }

    @Override
    public void row(double levelOfRow) {
        rows.add(model.newExpression("r" + rows.size()).level(levelOfRow));
    }

    @Override
    public void term(int row, int variable, double factor) {
        rows.get(row).set(variables.get(variable), factor);
    }

    Optimisation.Result most() {
        return model.maximise();
    }
}
