# The rounds that led to the networks in models/, in order; resume.sh runs them. A finished one is passed over.
# Scenes are rendered on one core beside the training, which looks for new ones every few hundred steps.
step ./scenes.sh 2500 &
step "$python" -m genrefocus_training.train_depth --steps 6000 --threads 1 --figures-every 500
step "$python" -m genrefocus_training.export depth
step "$python" -m genrefocus_training.train_subject --steps 2200
step "$python" -m genrefocus_training.export subject
wait
