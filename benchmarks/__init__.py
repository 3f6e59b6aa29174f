"""What things cost, as ratios to a floor or a peer measured side by side in one run."""
